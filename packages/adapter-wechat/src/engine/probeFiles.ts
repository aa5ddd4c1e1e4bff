/** Names of the two probe modules in a layout; they stand in no manifest. */
export const PROBE_FILES = { plain: 'probe.wasm', simd: 'simd-probe.wasm' } as const;
