/** The compute kernels. The threaded build is left out: it needs cross-origin isolation, which hosts seldom have. */
export const WASM_FILES = { simd: 'tfjs-backend-wasm-simd.wasm', plain: 'tfjs-backend-wasm.wasm' } as const;
