import type { Similarity } from './Similarity.js';

/** Landmarks after a similarity, into `out`; depth grows with the scale. */
export function moveLandmarks(
  landmarks: Float32Array,
  { a, b, x0, y0 }: Similarity,
  out: Float32Array,
): void {
  const scale = Math.sqrt(a * a + b * b);
  for (let at = 0; at < landmarks.length; at += 3) {
    const x = landmarks[at] as number;
    const y = landmarks[at + 1] as number;
    out[at] = a * x - b * y + x0;
    out[at + 1] = b * x + a * y + y0;
    out[at + 2] = (landmarks[at + 2] as number) * scale;
  }
}
