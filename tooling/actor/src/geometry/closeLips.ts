import { at } from '../random/numbers.js';

const UPPER = [191, 80, 81, 82, 13, 312, 311, 310, 415];
const LOWER = [95, 88, 178, 87, 14, 317, 402, 318, 324];
/** Share of the gap that is left between resting lips; below 0 they press together a little. */
const REST_GAP = -0.12;

/** The canonical face has its lips a little apart: brings the inner rims together, in place. */
export function closeLips(face: Float32Array): void {
  UPPER.forEach((upper, index) => {
    const lower = LOWER[index] ?? upper;
    for (const axis of [1, 2]) {
      const u = at(face, upper * 3 + axis);
      const l = at(face, lower * 3 + axis);
      const middle = axis === 1 ? u * 0.55 + l * 0.45 : (u + l) / 2;
      face[upper * 3 + axis] = middle + (u - middle) * REST_GAP;
      face[lower * 3 + axis] = middle + (l - middle) * REST_GAP;
    }
  });
}
