/** A unit vector, and its share of the cosine of the whole. */
export interface VectorShare {
  readonly values: Float32Array;
  /** In (0, 1]; all of them add up to 1. */
  readonly share: number;
}

/**
 * Several unit vectors as one, whose cosine with another such vector is the weighted sum of the parts' cosines.
 *
 * @returns of length 1
 */
export function fuseVectors(parts: readonly VectorShare[]): Float32Array {
  const fused = new Float32Array(parts.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values, share } of parts) {
    const factor = Math.sqrt(share);
    fused.set(
      values.map((value) => value * factor),
      at,
    );
    at += values.length;
  }
  return fused;
}
