import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';

/** What the shim of `WebAssembly` runs on. */
export interface WasmHost extends Pick<MiniProgramWasm, 'instantiate'> {
  /** What `probeWasm` found. */
  readonly simd: boolean;
}
