/** What WebAssembly a page may use. `forbidden` by a Content-Security-Policy, `missing` from the engine. */
export type WasmSupport = 'simd' | 'plain' | 'forbidden' | 'missing';

/** The smallest module there is, its header: only a policy can refuse it. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** One function that makes a 128-bit vector and takes a lane of it. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** The part of WebAssembly that the probe uses. */
export type WasmLike = Pick<typeof WebAssembly, 'Module' | 'validate'>;

/**
 * Tells the four apart without a download: 8 bytes are compiled, 31 are validated.
 *
 * @param wasm `globalThis.WebAssembly`, which Lockdown Mode and old views lack
 */
export function probeWasm(wasm: WasmLike | undefined): WasmSupport {
  if (!wasm) return 'missing';
  try {
    new wasm.Module(EMPTY_MODULE);
  } catch {
    return 'forbidden';
  }
  return wasm.validate(SIMD_MODULE) ? 'simd' : 'plain';
}
