/** A rectangle of the recording that becomes the frame. */
export interface Framing {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Widest a face may stand in the frame, as a share of its width: an approach by a third still fits. */
const FACE_OVER_WIDTH = 0.42;

/**
 * Where to cut a recording so that it is a portrait picture of the face, as a phone held before it would give.
 *
 * @param face median centre and width, px of the recording
 * @param aspect width over height of the result
 */
export function frameFace(
  clip: { readonly widthPx: number; readonly heightPx: number },
  face: { readonly xPx: number; readonly yPx: number; readonly widthPx: number },
  aspect: number,
): Framing {
  const most = Math.min(clip.widthPx, clip.heightPx * aspect);
  const widthPx = Math.min(most, face.widthPx / FACE_OVER_WIDTH);
  const heightPx = widthPx / aspect;
  const within = (middle: number, size: number, whole: number): number =>
    Math.max(0, Math.min(whole - size, middle - size / 2));
  return {
    leftPx: within(face.xPx, widthPx, clip.widthPx),
    topPx: within(face.yPx, heightPx, clip.heightPx),
    widthPx,
    heightPx,
  };
}
