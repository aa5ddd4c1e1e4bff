import { headPose } from '../../geometry/HeadPose.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import type { Sight } from './traceOf.js';

/** How an attacker moves a flat photo before a camera. */
export interface PhotoOptions {
  /** Angle of view across the frame, in rad. @default 1 */
  readonly fieldOfViewRadians?: number;
  /** Width of the face over the frame's while it is held straight. @default 0.45 */
  readonly fill?: number;
  /** Tilt about the upright axis, in rad. @default none */
  readonly tilt?: (atMs: number) => number;
  /** Tilt about the level axis, in rad. @default none */
  readonly lean?: (atMs: number) => number;
  /** Distance over the one at rest. @default 1 */
  readonly distance?: (atMs: number) => number;
  /** Aside, in face widths. @default none */
  readonly aside?: (atMs: number) => number;
  /** Trembling of each landmark, in px. @default 0.15 */
  readonly noisePx?: number;
  /** @default 1 */
  readonly seed?: number;
}

/**
 * A print of one moment of a face, moved by hand: its landmarks through the homography of a sheet before a pinhole camera.
 * The landmarker is taken to follow the sheet exactly, which is the best that a print can hope for.
 */
export function flatPhotoOf(
  face: FaceObservation,
  {
    fieldOfViewRadians = 1,
    fill = 0.45,
    tilt = () => 0,
    lean = () => 0,
    distance = () => 1,
    aside = () => 0,
    noisePx = 0.15,
    seed = 1,
  }: PhotoOptions = {},
): Sight {
  const { landmarks, frameWidthPx, frameHeightPx } = face;
  const at = (index: number): number => landmarks[index] ?? NaN;
  const middleX = (at(234 * 3) + at(454 * 3)) / 2;
  const middleY = (at(10 * 3 + 1) + at(152 * 3 + 1)) / 2;
  const width = Math.hypot(at(454 * 3) - at(234 * 3), at(454 * 3 + 1) - at(234 * 3 + 1));
  const focalPx = frameWidthPx / 2 / Math.tan(fieldOfViewRadians / 2);
  const restingDistance = focalPx / (fill * frameWidthPx);
  return (atMs) => {
    const seen = new Float32Array(landmarks.length);
    const noise = createSeededRandom(seed * 7919 + atMs).fill(new Uint8Array(landmarks.length));
    const [cos, sin] = [Math.cos(tilt(atMs)), Math.sin(tilt(atMs))];
    const [up, back] = [Math.cos(lean(atMs)), Math.sin(lean(atMs))];
    for (let index = 0; index < landmarks.length; index += 3) {
      const x = (at(index) - middleX) / width;
      const y = (at(index + 1) - middleY) / width;
      const away = restingDistance * distance(atMs) - x * sin * up + y * back;
      seen[index] = frameWidthPx / 2 + (focalPx * (x * cos + aside(atMs))) / away;
      seen[index + 1] = frameHeightPx / 2 + (focalPx * (y * up + x * sin * back)) / away;
      // Whatever it sees, a landmarker guesses the depth of a face.
      seen[index + 2] = ((at(index + 2) / width) * focalPx) / away;
    }
    // Even numbers in [-1, 1] have a standard deviation of 0.58.
    for (let index = 0; index < seen.length; index++) {
      seen[index] = seen[index]! + (noisePx / 0.58) * ((noise[index] ?? 0) / 127.5 - 1);
    }
    return { ...face, landmarks: seen, pose: headPose(seen), timestampMs: atMs };
  };
}
