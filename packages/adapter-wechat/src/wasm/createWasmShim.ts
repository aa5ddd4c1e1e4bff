import type { WasmHost } from './WasmHost.js';

/** `WebAssembly` as TF.js's backend and the engine use it, over one that takes the path of a package file and no bytes. */
export interface ShimmedWebAssembly {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: ArrayBuffer): Promise<object>;
  instantiate(
    bytes: ArrayBuffer,
    imports?: object,
  ): Promise<{ readonly instance: object; readonly module?: object }>;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly RuntimeError: new (message?: string) => Error;
}

/** The shim, and what tells it where it runs. */
export interface WasmShim {
  readonly WebAssembly: ShimmedWebAssembly;
  /** Whose wasm is used from now on. */
  attach(host: WasmHost): void;
  /** Notes which package file these bytes were read from. Only this very buffer counts, not a copy of it. */
  remember(bytes: ArrayBuffer, packagePath: string): void;
  /** Why the last module did not start; `null` where none was refused. Read once. */
  takeRefusal(): string | null;
}

/**
 * A `WebAssembly` for bytes whose package path is known: the engine checks the bytes (length and sha256), the mini-program then
 * instantiates the file they came from. This module imports nothing that runs: the built file starts with it.
 */
export function createWasmShim(): WasmShim {
  const paths = new WeakMap<ArrayBuffer, string>();
  let host: WasmHost | null = null;
  let refusal: string | null = null;

  const start: ShimmedWebAssembly['instantiate'] = (bytes, imports) => {
    const path = paths.get(bytes);
    if (!host) throw new TypeError('no mini-program wasm was handed in');
    if (path === undefined) throw new TypeError('a mini-program instantiates package files only');
    return host.instantiate(path, imports);
  };

  return {
    WebAssembly: {
      // The engine asks this of one module only, whether there is SIMD, and the probe has answered it.
      validate: () => host?.simd ?? false,
      compile: (bytes) =>
        paths.has(bytes)
          ? Promise.resolve({})
          : Promise.reject(new TypeError('a mini-program compiles package files only')),
      instantiate: async (bytes, imports) => {
        try {
          return await start(bytes, imports);
        } catch (error) {
          refusal = error instanceof Error ? error.message : String(error);
          abortStart(imports);
          // TF.js 4.22 doesn't listen to this promise's failure; it has heard of it by its module's own `abort`.
          return await new Promise<never>(() => undefined);
        }
      },
      Module: class {},
      RuntimeError: class extends Error {},
    },
    attach: (next) => {
      host = next;
    },
    remember: (bytes, packagePath) => {
      paths.set(bytes, packagePath);
    },
    takeRefusal: () => {
      const last = refusal;
      refusal = null;
      return last;
    },
  };
}

/** Emscripten's glue gives its modules an `abort`, which ends the start of the backend that waits; it throws as it should. */
function abortStart(imports: object | undefined): void {
  const { env } = (imports ?? {}) as { env?: { abort?: unknown } };
  if (typeof env?.abort !== 'function') return;
  try {
    (env.abort as () => void)();
  } catch {
    // Its way of leaving.
  }
}
