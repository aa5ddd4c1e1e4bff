/** A compute backend: WebAssembly with SIMD, WebAssembly without, or WebGL. Threads are never used. */
export type BackendName = 'wasm-simd' | 'wasm' | 'webgl';
