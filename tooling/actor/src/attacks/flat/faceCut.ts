import type { StillFace } from '../StillFace.js';

/** Outermost points of the face: forehead, chin, both cheeks. */
const TOP = 10;
const BOTTOM = 152;
const RIGHT = 234;
const LEFT = 454;

/** The part of a picture that goes on a sheet, and where the face is on it. */
export interface FaceCut {
  readonly texture: {
    readonly leftPx: number;
    readonly topPx: number;
    readonly widthPx: number;
    readonly heightPx: number;
  };
  readonly faceWidthPx: number;
  /** From the sheet's middle to the face's, px. */
  readonly offXPx: number;
  readonly offYPx: number;
}

/**
 * Cuts around a face.
 *
 * @param faces how many faces wide and high the sheet is
 */
export function faceCut({ picture, landmarks }: StillFace, faces: number): FaceCut {
  const x = (point: number): number => landmarks[point * 3] as number;
  const y = (point: number): number => landmarks[point * 3 + 1] as number;
  const faceWidthPx = Math.max(1, Math.abs(x(LEFT) - x(RIGHT)));
  const faceHeightPx = Math.max(1, Math.abs(y(BOTTOM) - y(TOP)));
  const middleX = (x(LEFT) + x(RIGHT)) / 2;
  const middleY = (y(BOTTOM) + y(TOP)) / 2;
  const leftPx = Math.max(0, middleX - (faceWidthPx * faces) / 2);
  const topPx = Math.max(0, middleY - (faceHeightPx * faces) / 2);
  const widthPx = Math.min(picture.widthPx, middleX + (faceWidthPx * faces) / 2) - leftPx;
  const heightPx = Math.min(picture.heightPx, middleY + (faceHeightPx * faces) / 2) - topPx;
  return {
    texture: { leftPx, topPx, widthPx, heightPx },
    faceWidthPx,
    offXPx: middleX - (leftPx + widthPx / 2),
    offYPx: middleY - (topPx + heightPx / 2),
  };
}
