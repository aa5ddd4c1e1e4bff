import type { FaceBox } from '../FaceObservation.js';
import type { StillPicture } from './StillPicture.js';

/** Neither light nor dark: what lies outside a picture says nothing. */
const OUTSIDE = 128;

/** A part of a picture, in whole px; it may reach beyond the picture's edges, where all is grey. */
export function cropPicture(picture: StillPicture, { xPx, yPx, widthPx, heightPx }: FaceBox): StillPicture {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4).fill(OUTSIDE);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  const fromX = Math.max(0, xPx);
  const toX = Math.min(picture.widthPx, xPx + widthPx);
  const fromY = Math.max(0, yPx);
  const toY = Math.min(picture.heightPx, yPx + heightPx);
  for (let y = fromY; y < toY && fromX < toX; y += 1) {
    const row = picture.data.subarray((y * picture.widthPx + fromX) * 4, (y * picture.widthPx + toX) * 4);
    data.set(row, ((y - yPx) * widthPx + fromX - xPx) * 4);
  }
  return { data, widthPx, heightPx };
}
