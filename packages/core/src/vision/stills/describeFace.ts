import type { FaceObservation } from '../FaceObservation.js';

/** What a still picture shows, where one person's face is asked for. */
export type FaceDescription =
  | { readonly kind: 'one'; readonly face: FaceObservation }
  | { readonly kind: 'none' }
  /** Which of them is meant cannot be told. */
  | { readonly kind: 'several'; readonly count: number };

/** A face this much narrower than the largest is somebody in the background, or a picture on a wall. */
const BACKGROUND_SHARE = 0.5;

/**
 * Whose face a picture is of: the largest one, unless another is nearly as large.
 *
 * @param faces as `findFaces` gives them: largest first
 * @example const shown = describeFace(await findFaces(picture, landmarker)); if (shown.kind !== 'one') refuse(shown.kind);
 */
export function describeFace(faces: readonly FaceObservation[]): FaceDescription {
  const [main] = faces;
  if (!main) return { kind: 'none' };
  const rivals = faces.filter(({ box }) => box.widthPx >= main.box.widthPx * BACKGROUND_SHARE);
  return rivals.length === 1 ? { kind: 'one', face: main } : { kind: 'several', count: rivals.length };
}
