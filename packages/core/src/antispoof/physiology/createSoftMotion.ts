import { solveLinear } from '../solveLinear.js';

/** Compares kept frames of a face: how far its soft parts moved against the bones. */
export interface SoftMotion {
  /** Keeps what is compared of a frame. @param slot which of the kept frames it replaces */
  keep(slot: number, landmarks: Float32Array): void;
  /**
   * Motion of the liveliest soft part from one kept frame to another, once the bones lie on each other: over what it would
   * be if it were trembling alone. About 1 on a picture.
   */
  liveliness(from: number, to: number): number;
}

const BONES = [
  33, 133, 362, 263, 168, 6, 197, 195, 4, 129, 358, 117, 346, 119, 348, 198, 420, 205, 425, 54, 284, 67, 297,
  10, 127, 356, 234, 454,
];
/** Soft parts: their points, and how many times as much as the bones the landmarker trembles on them (print that is held still, train). */
const PARTS: readonly { readonly points: readonly number[]; readonly trembling: number }[] = [
  { points: [105, 107, 334, 336], trembling: 1.6 },
  { points: [159, 145, 386, 374, 160, 144, 385, 380], trembling: 1.1 },
  { points: [468, 473], trembling: 1.3 },
  { points: [13, 14, 61, 291, 0, 17, 78, 308], trembling: 1.7 },
];
const POINTS: readonly number[] = PARTS.reduce<readonly number[]>(
  (all, { points }) => all.concat(points),
  BONES,
);
const COUNT = POINTS.length;

/** @param kept how many frames are kept */
export function createSoftMotion(kept: number): SoftMotion {
  const frames = new Float64Array(kept * COUNT * 2);
  const matrix = new Float64Array(9);
  const right = new Float64Array(6);

  /** The affine map of `from` onto `to`, over the bones: left in `right`, three rows of x and y. */
  const fit = (from: number, to: number): boolean => {
    matrix.fill(0);
    right.fill(0);
    for (let point = 0; point < BONES.length; point++) {
      const terms = [frames[from + point * 2]!, frames[from + point * 2 + 1]!, 1];
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          matrix[row * 3 + column] = matrix[row * 3 + column]! + terms[row]! * terms[column]!;
        }
        right[row * 2] = right[row * 2]! + terms[row]! * frames[to + point * 2]!;
        right[row * 2 + 1] = right[row * 2 + 1]! + terms[row]! * frames[to + point * 2 + 1]!;
      }
    }
    return solveLinear(matrix, right, { size: 3, columns: 2 });
  };

  /** Mean squared distance that is left, over `count` points from the `first`. */
  const left = (from: number, to: number, first: number, count: number): number => {
    let sum = 0;
    for (let point = first; point < first + count; point++) {
      const x = frames[from + point * 2]!;
      const y = frames[from + point * 2 + 1]!;
      const offX = right[0]! * x + right[2]! * y + right[4]! - frames[to + point * 2]!;
      const offY = right[1]! * x + right[3]! * y + right[5]! - frames[to + point * 2 + 1]!;
      sum += offX * offX + offY * offY;
    }
    return sum / count;
  };

  return {
    keep(slot, landmarks): void {
      // About the nose's root, so that the sums stay small.
      const originX = landmarks[168 * 3]!;
      const originY = landmarks[168 * 3 + 1]!;
      for (let point = 0; point < COUNT; point++) {
        const at = (slot * COUNT + point) * 2;
        frames[at] = landmarks[POINTS[point]! * 3]! - originX;
        frames[at + 1] = landmarks[POINTS[point]! * 3 + 1]! - originY;
      }
    },
    liveliness(fromSlot, toSlot): number {
      const from = fromSlot * COUNT * 2;
      const to = toSlot * COUNT * 2;
      if (!fit(from, to)) return NaN;
      const bones = left(from, to, 0, BONES.length);
      // Two frames that are the same to the last digit: nothing moved.
      if (!(bones > 0)) return 0;
      let most = 0;
      let first = BONES.length;
      for (const { points, trembling } of PARTS) {
        most = Math.max(most, left(from, to, first, points.length) / (trembling * trembling));
        first += points.length;
      }
      return Math.sqrt(most / bones);
    },
  };
}
