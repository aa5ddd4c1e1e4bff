/** Landmarks of the face's oval, in order around it (ref: MediaPipe canonical face mesh, FACEMESH_FACE_OVAL). */
export const FACE_OUTLINE: readonly number[] = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
];

/** Smallest box around the face's outline, in px of the upright frame; parts of it may lie outside of the frame. */
export interface OutlineBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The box around the outline's landmarks, 478 points x y z.
 *
 * @returns `null` where a landmark is not a number or the box has no area
 */
export function outlineBox(landmarks: Float32Array): OutlineBox | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const index of FACE_OUTLINE) {
    const x = landmarks[index * 3];
    const y = landmarks[index * 3 + 1];
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return null;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (!(right - left >= 1) || !(bottom - top >= 1)) return null;
  return { leftPx: left, topPx: top, widthPx: right - left, heightPx: bottom - top };
}
