import type { FaceShape } from './FaceShape.js';

interface Lids {
  readonly outer: number;
  readonly inner: number;
  /** Upper and lower lid points that meet, from the outer to the inner corner. */
  readonly pairs: readonly (readonly [upper: number, lower: number])[];
}

const RIGHT_LIDS: Lids = {
  outer: 33,
  inner: 133,
  pairs: [
    [246, 7],
    [161, 163],
    [160, 144],
    [159, 145],
    [158, 153],
    [157, 154],
    [173, 155],
  ],
};
const LEFT_LIDS: Lids = {
  outer: 263,
  inner: 362,
  pairs: [
    [466, 249],
    [388, 390],
    [387, 373],
    [386, 374],
    [385, 380],
    [384, 381],
    [398, 382],
  ],
};
/** Inner lips, upper and lower, from the right corner to the left. */
const INNER_LIPS: readonly (readonly [upper: number, lower: number])[] = [
  [191, 95],
  [80, 88],
  [81, 178],
  [82, 87],
  [13, 14],
  [312, 317],
  [311, 402],
  [310, 318],
  [415, 324],
];
const CORNERS: readonly [right: number, left: number] = [61, 291];
/** What shut lids still show: 0.03 of the eye's width, as the mesh sees them on real people. */
const SHUT_OPENNESS = 0.03;
/** How far a broad smile draws each corner out and up, in cm. */
const SMILE_OUT_CM = 0.7;
const SMILE_UP_CM = 0.5;
const SMILE_REACH_CM = 1.6;
/** Below this height (cm) the jaw carries the face, fully from the second number on. */
const JAW_FROM_CM = -4.3;
const JAW_FULL_CM = -6.5;
const IRIS_RADIUS_CM = 0.58;

/**
 * Moves lids, lips and jaw of a head.
 *
 * @param head from shapeHead
 * @param eyeOpening eye openness with open eyes
 * @returns 478 points, x y z each, in cm: the last ten are the irises, the person's right one first
 */
export function deformFace(head: Float32Array, shape: FaceShape, eyeOpening: number): Float32Array {
  const face = new Float32Array(478 * 3);
  face.set(head);
  smile(face, shape.smile);
  openMouth(face, head, shape.mouth);
  setLids(face, RIGHT_LIDS, eyeOpening, shape.rightLid);
  setLids(face, LEFT_LIDS, eyeOpening, shape.leftLid);
  setIris(face, RIGHT_LIDS, 468);
  setIris(face, LEFT_LIDS, 473);
  return face;
}

const at = (points: Float32Array, index: number, axis: 0 | 1 | 2): number => points[index * 3 + axis] ?? 0;

function setLids(face: Float32Array, { outer, inner, pairs }: Lids, open: number, closed: number): void {
  const width = Math.sqrt(
    (at(face, outer, 0) - at(face, inner, 0)) ** 2 + (at(face, outer, 1) - at(face, inner, 1)) ** 2,
  );
  const openness = open + (SHUT_OPENNESS - open) * closed;
  // The three middle pairs are what openness is measured on: scaled so that their mean gap is the one asked for.
  const middle = pairs.slice(2, 5);
  const gap = middle.reduce((sum, [upper, lower]) => sum + at(face, upper, 1) - at(face, lower, 1), 0) / 3;
  const scale = (openness * width) / gap;
  for (const [upper, lower] of pairs) {
    const low = at(face, lower, 1);
    face[upper * 3 + 1] = low + (at(face, upper, 1) - low) * scale;
  }
}

function openMouth(face: Float32Array, head: Float32Array, ratio: number): void {
  const [right, left] = CORNERS;
  const width = at(face, left, 0) - at(face, right, 0);
  const gap = ratio * width;
  const resting = at(head, 13, 1) - at(head, 14, 1);
  const drop = gap - resting;
  const lower = new Set<number>();
  for (const [up, low] of INNER_LIPS) {
    lower.add(low);
    const aside = at(head, up, 0) / (width / 2);
    const profile = Math.sqrt(Math.max(0, 1 - aside * aside));
    face[low * 3 + 1] = at(face, up, 1) - gap * profile;
  }
  for (let index = 0; index < 468; index += 1) {
    if (lower.has(index)) continue;
    const y = at(head, index, 1);
    const carried = Math.max(0, Math.min(1, (JAW_FROM_CM - y) / (JAW_FROM_CM - JAW_FULL_CM)));
    const front = Math.max(0, Math.min(1, (at(head, index, 2) + 1) / 3));
    if (drop > 0) face[index * 3 + 1] = at(face, index, 1) - drop * carried * front;
  }
}

function smile(face: Float32Array, amount: number): void {
  if (amount === 0) return;
  const corners = CORNERS.map((index) => [at(face, index, 0), at(face, index, 1)] as const);
  for (let index = 0; index < 468; index += 1) {
    for (const [x, y] of corners) {
      const away = (at(face, index, 0) - x) ** 2 + (at(face, index, 1) - y) ** 2;
      const pull = amount * Math.exp(-away / (SMILE_REACH_CM * SMILE_REACH_CM));
      face[index * 3] = at(face, index, 0) + Math.sign(x) * SMILE_OUT_CM * pull;
      face[index * 3 + 1] = at(face, index, 1) + SMILE_UP_CM * pull;
    }
  }
}

function setIris(face: Float32Array, { outer, inner }: Lids, first: number): void {
  for (let point = 0; point < 5; point += 1) {
    const angle = ((point - 1) * Math.PI) / 2;
    const radius = point === 0 ? 0 : IRIS_RADIUS_CM;
    face[(first + point) * 3] = (at(face, outer, 0) + at(face, inner, 0)) / 2 + radius * Math.cos(angle);
    face[(first + point) * 3 + 1] = (at(face, outer, 1) + at(face, inner, 1)) / 2 + radius * Math.sin(angle);
    face[(first + point) * 3 + 2] = Math.max(at(face, outer, 2), at(face, inner, 2)) + 0.2;
  }
}
