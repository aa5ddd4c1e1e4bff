import { HuotiError } from '@huoti/protocol';

const POINTS = 478;

/** The person's right iris centre, left one, nose tip, right and left corner of the mouth. */
const INDICES = [468, 473, 1, 61, 291] as const;

/** Eyes closer together than this hold no face that could be told from another, in px. */
const LEAST_EYE_DISTANCE_PX = 2;

/** A point of a picture, in px. */
export type Point = readonly [x: number, y: number];

/**
 * The five points that a face is aligned by. They come from the parts of the mesh that are refined on their own.
 *
 * @throws HuotiError INVALID_ARGUMENT
 */
export function fivePoints(landmarks: Float32Array): readonly Point[] {
  if (landmarks.length !== POINTS * 3) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `landmarks: ${landmarks.length} numbers, ${POINTS * 3} expected (478 points, x y z)`,
    );
  }
  const points = INDICES.map((index): Point => [landmarks[index * 3]!, landmarks[index * 3 + 1]!]);
  if (!points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) {
    throw new HuotiError('INVALID_ARGUMENT', 'landmarks: they are no numbers');
  }
  const [right, left, , corner] = points;
  const [dx, dy] = [left![0] - right![0], left![1] - right![1]];
  const [down, across] = [corner![1] - right![1], corner![0] - right![0]];
  // In profile the eyes lie one behind the other, and the mouth tells the size.
  const size = Math.max(dx * dx + dy * dy, down * down + across * across);
  if (size < LEAST_EYE_DISTANCE_PX * LEAST_EYE_DISTANCE_PX) {
    throw new HuotiError('INVALID_ARGUMENT', 'landmarks: the face has no size');
  }
  return points;
}
