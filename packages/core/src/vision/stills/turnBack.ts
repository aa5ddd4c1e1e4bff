import { headPose } from '../../geometry/HeadPose.js';
import { boxOfLandmarks } from '../tfjs/boxOfLandmarks.js';
import type { FaceObservation } from '../FaceObservation.js';

/** How far a picture is turned clockwise before it is looked at, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/**
 * A face that was seen in a picture turned clockwise, as it stands in the picture that was not.
 *
 * @param widthPx of the picture that was not turned
 */
export function turnBack(
  seen: FaceObservation,
  turn: Turn,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): FaceObservation {
  if (turn === 0 || seen.landmarks.length === 0) return seen;
  const back = (x: number, y: number): readonly [number, number] => {
    if (turn === 90) return [y, heightPx - 1 - x];
    return turn === 180 ? [widthPx - 1 - x, heightPx - 1 - y] : [widthPx - 1 - y, x];
  };
  const landmarks = Float32Array.from(seen.landmarks);
  for (let at = 0; at < landmarks.length; at += 3) {
    const [x, y] = back(landmarks[at]!, landmarks[at + 1]!);
    landmarks[at] = x;
    landmarks[at + 1] = y;
  }
  return { ...seen, landmarks, box: boxOfLandmarks(landmarks), pose: headPose(landmarks) };
}
