/**
 * WebAssembly as a mini-program has it: by a path in the package, never by bytes. `WXWebAssembly` and its like on other
 * platforms.
 */
export interface MiniProgramWasm {
  instantiate(
    packagePath: string,
    imports?: object,
  ): Promise<{ readonly instance: object; readonly module?: object }>;
  readonly Memory: new (descriptor: object) => object;
  readonly Table: new (descriptor: object) => object;
}
