/** The operations of the converted attention mesh, out of the engine's own build: bundleEngines.ts says where they lie. */
declare module 'huoti-custom-ops' {
  export function registerCustomOps(): void;
}
