/** What both probes answer where they run. */
export const PROBE_ANSWER = 42;

/** A module with one function, `probe`, that adds 40 and 2. */
const PLAIN = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 9, 1, 5, 112, 114, 111, 98, 101, 0, 0,
  10, 9, 1, 7, 0, 65, 40, 65, 2, 106, 11,
];

/** The same with 128-bit vectors: `i32x4.splat` of both, one of them by way of a `v128` local, `i32x4.add`, lane 2. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 7, 9, 1, 5, 112, 114, 111, 98, 101, 0, 0,
  10, 24, 1, 22, 1, 1, 123, 65, 40, 253, 17, 33, 0, 32, 0, 65, 2, 253, 17, 253, 174, 1, 253, 27, 2, 11,
];

/** Bytes of the files that the package's build writes; a mini-program instantiates files only. */
export const probeModules = { plain: PLAIN, simd: SIMD } as const;
