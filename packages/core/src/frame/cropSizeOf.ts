import { MAX_PICTURE_SIDE_PX } from '@huoti/protocol';
import type { CropRect } from './cropRectOf.js';

/** Size of the picture of a rectangle: its own, or as much smaller as brings its longer side to 320 px. */
export function cropSizeOf({ widthPx, heightPx }: CropRect): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, MAX_PICTURE_SIDE_PX / Math.max(widthPx, heightPx));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}
