/** What a network gave in the runtime that its package was made for, on the drawn face of syntheticInput(side). */
export interface RecognitionReference {
  readonly values: number;
  /** Euclidean length of all values. */
  readonly length: number;
  /** Every how many-th value is written down. */
  readonly step: number;
  readonly sampled: readonly number[];
}

/** Written down on 2026-11-26. */
export const recognitionReferences = {
  // face-api 1.7.15 itself (FaceRecognitionNet.forwardInput) on TF.js 4.22.0, CPU backend, RGB 0 to 255
  residual: {
    values: 128,
    length: 1.392122,
    step: 4,
    sampled: [
      -0.022019, -0.088279, 0.113525, -0.259463, -0.117183, 0.001617, -0.068091, 0.076889, -0.150283,
      -0.082066, -0.237554, 0.184941, 0.070799, 0.06657, 0.047964, 0.086443, 0.266692, 0.207758, -0.098988,
      0.434327, -0.083183, -0.067273, 0.209175, 0.004984, -0.0604, 0.064025, -0.212199, 0.05965, 0.195295,
      0.105644, -0.011569, 0.072005,
    ],
  },
  // onnxruntime-web 1.14.0 (one of the versions that the package names), wasm, one thread, (value * 255 - 127) / 128
  mobile: {
    values: 512,
    length: 2.078472,
    step: 16,
    sampled: [
      -0.046691, -0.099763, 0.081491, -0.022942, -0.068881, -0.074109, -0.240529, 0.014453, 0.072097,
      -0.082116, 0.018228, 0.076238, -0.200927, -0.001899, -0.217636, 0.12485, 0.028601, 0.033265, 0.087391,
      0.112975, -0.053947, 0.041984, -0.179245, -0.070511, 0.027487, -0.118763, 0.000567, 0.019862, -0.104208,
      -0.079304, -0.104633, -0.136122,
    ],
  },
  // the package's own graph in TF.js 4.22.0, CPU backend, RGB 0 to 255
  pooled: {
    values: 1024,
    length: 7.756167,
    step: 32,
    sampled: [
      0.02783, 0.123307, 0, 0, 1.147971, 0, 0.199163, 0, 0.019872, 0.049072, 0, 0, 0, 0, 0.022029, 0,
      0.060912, 0, 0.731877, 0.010567, 0.080023, 0, 0, 0, 0, 0.130246, 0, 0.252535, 0.018597, 0, 0, 0,
    ],
  },
} as const satisfies Readonly<Record<string, RecognitionReference>>;
