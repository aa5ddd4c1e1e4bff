import type { CropWindow } from './decodeClip.js';

/** Width that faces are brought to, in px: a phone at arm's length, in a frame of 480x640. */
export const FACE_WIDTH_PX = 250;

/** What {@link windowAroundFace} takes. */
export interface WindowOptions {
  /** Of the clip. */
  widthPx: number;
  heightPx: number;
  face: CropWindow;
  /** Size that the window will be brought to. */
  outputWidthPx: number;
  outputHeightPx: number;
}

/** The part of a picture in which the face comes out at FACE_WIDTH_PX, as far as the picture reaches. */
export function windowAroundFace({
  widthPx,
  heightPx,
  face,
  outputWidthPx,
  outputHeightPx,
}: WindowOptions): CropWindow {
  const largest = Math.min(widthPx / outputWidthPx, heightPx / outputHeightPx);
  const scale = Math.min(largest, face.widthPx / FACE_WIDTH_PX);
  const width = Math.floor(outputWidthPx * scale);
  const height = Math.floor(outputHeightPx * scale);
  const within = (middle: number, side: number, limit: number): number =>
    Math.round(Math.min(limit - side, Math.max(0, middle - side / 2)));
  return {
    widthPx: width,
    heightPx: height,
    xPx: within(face.xPx + face.widthPx / 2, width, widthPx),
    yPx: within(face.yPx + face.heightPx / 2, height, heightPx),
  };
}
