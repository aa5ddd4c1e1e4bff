import { RIGID_FACE_POINTS } from '../../geometry/rigidFacePoints.js';
import { solveLinear } from '../solveLinear.js';

/** What changed from the reference to another frame of the same face. */
export interface ParallaxReading {
  /** Size over the reference's size. */
  readonly scale: number;
  /** Of the affine map's two stretches the smaller over the larger: 1 for a head that comes nearer, the cosine for a tilted sheet. */
  readonly evenness: number;
  /** By how much nearer parts grew more than farther ones: the change of 1 / distance, per cm. */
  readonly nearness: number;
}

/** Compares a face with how it stood in a reference frame. */
export interface ParallaxFit {
  /** Takes the face as the reference. */
  setReference(landmarks: Float32Array): void;
  /** @returns `null` before there is a reference, or where the points allow no answer */
  compare(landmarks: Float32Array): ParallaxReading | null;
  /** Of the outer eye corners in the reference, in px for a cm. */
  readonly pxPerCm: number;
}

const POINTS = RIGID_FACE_POINTS.length;
const MEAN_DEPTH = RIGID_FACE_POINTS.reduce((sum, { position }) => sum + position[2], 0) / POINTS;
/** Depth of each point on the canonical face about their mean, in cm, towards the camera. */
const DEPTH = Float64Array.from(RIGID_FACE_POINTS, ({ position }) => position[2] - MEAN_DEPTH);
const LANDMARKS = Int32Array.from(RIGID_FACE_POINTS, ({ landmark }) => landmark);
const RIGHT_OUTER = 33;
const LEFT_OUTER = 263;
/** Distance of the outer eye corners on the canonical face, in cm. */
const EYES_CM = 8.892;

/**
 * Unknowns, in order: an affine map (6), which takes up move, size, roll and the first effect of a turn; depth times a
 * shift along x and y (2), the turn of a body with depth; the two of a perspective plane (2); depth times the size (1),
 * which is the parallax.
 */
const UNKNOWNS = 11;
const PARALLAX = 10;

/** The equation of one coordinate has 3 + 1 + 2 + 1 terms that are not 0. */
const TERMS = 7;
const COLUMNS_X = [0, 1, 2, 6, 8, 9, 10];
const COLUMNS_Y = [3, 4, 5, 7, 8, 9, 10];

/**
 * Least-squares fit of how 31 bone points moved, with a term for each way in which a rigid head, or a flat picture of one,
 * can move in front of a camera. Whatever a plane does, moved, tilted, brought near, is taken up by the first ten terms;
 * what is left for the eleventh is growth in proportion to depth.
 */
export function createParallaxFit(): ParallaxFit {
  const referenceX = new Float64Array(POINTS);
  const referenceY = new Float64Array(POINTS);
  const matrix = new Float64Array(UNKNOWNS * UNKNOWNS);
  const right = new Float64Array(UNKNOWNS);
  const terms = new Float64Array(TERMS);
  let pxPerCm = 0;

  const add = (columns: readonly number[], value: number): void => {
    for (let i = 0; i < TERMS; i++) {
      const term = terms[i]!;
      const row = columns[i]!;
      right[row] = right[row]! + term * value;
      for (let j = 0; j < TERMS; j++) {
        const at = row * UNKNOWNS + columns[j]!;
        matrix[at] = matrix[at]! + term * terms[j]!;
      }
    }
  };

  return {
    get pxPerCm(): number {
      return pxPerCm;
    },
    setReference(landmarks): void {
      const dx = landmarks[LEFT_OUTER * 3]! - landmarks[RIGHT_OUTER * 3]!;
      const dy = landmarks[LEFT_OUTER * 3 + 1]! - landmarks[RIGHT_OUTER * 3 + 1]!;
      pxPerCm = Math.sqrt(dx * dx + dy * dy) / EYES_CM;
      if (!(pxPerCm > 0)) return;
      let meanX = 0;
      let meanY = 0;
      for (let point = 0; point < POINTS; point++) {
        meanX += landmarks[LANDMARKS[point]! * 3]! / POINTS;
        meanY += landmarks[LANDMARKS[point]! * 3 + 1]! / POINTS;
      }
      for (let point = 0; point < POINTS; point++) {
        referenceX[point] = (landmarks[LANDMARKS[point]! * 3]! - meanX) / pxPerCm;
        referenceY[point] = (landmarks[LANDMARKS[point]! * 3 + 1]! - meanY) / pxPerCm;
      }
    },
    compare(landmarks): ParallaxReading | null {
      if (!(pxPerCm > 0)) return null;
      matrix.fill(0);
      right.fill(0);
      for (let point = 0; point < POINTS; point++) {
        const x = referenceX[point]!;
        const y = referenceY[point]!;
        const depth = DEPTH[point]!;
        terms[0] = x;
        terms[1] = y;
        terms[2] = 1;
        terms[3] = depth;
        terms[4] = x * x;
        terms[5] = x * y;
        terms[6] = x * depth;
        add(COLUMNS_X, landmarks[LANDMARKS[point]! * 3]! / pxPerCm);
        terms[4] = x * y;
        terms[5] = y * y;
        terms[6] = y * depth;
        add(COLUMNS_Y, landmarks[LANDMARKS[point]! * 3 + 1]! / pxPerCm);
      }
      if (!solveLinear(matrix, right, { size: UNKNOWNS })) return null;
      const area = Math.abs(right[0]! * right[4]! - right[1]! * right[3]!);
      const nearness = right[PARALLAX]! / Math.sqrt(area);
      if (!(Math.abs(nearness) < Infinity)) return null;
      return { scale: Math.sqrt(area), evenness: evennessOf(right, area), nearness };
    },
  };
}

/** Of a 2x2 map with entries 0, 1 and 3, 4: the product of its stretches is the area, the sum of their squares that of its entries. */
function evennessOf(map: Float64Array, area: number): number {
  const half = (map[0]! ** 2 + map[1]! ** 2 + map[3]! ** 2 + map[4]! ** 2) / 2;
  const larger = half + Math.sqrt(Math.max(0, half * half - area * area));
  return area / larger;
}
