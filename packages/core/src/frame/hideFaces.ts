import type { EncodablePicture } from '../host/PictureEncoder.js';
import { FACE_OUTLINE } from './faceOutline.js';
import { fillPolygon } from './fillPolygon.js';

/** A box in px of the picture. */
export interface HiddenBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Each box is widened by this share of its sides, all around: detectors leave out hair and chin, and a second face was
 * looked for up to half a second ago.
 */
export const HIDE_MARGIN = 0.5;

/** Blocks across a widened box: a face is four blocks wide, and nobody is known by four. */
const BLOCKS = 8;

/**
 * Makes mosaics of other people's faces, in place. The main face's own oval is left as it is where the two overlap.
 *
 * @param landmarks of the main face, px of the picture
 */
export function hideFaces(
  picture: EncodablePicture,
  landmarks: Float32Array,
  boxes: readonly HiddenBox[],
): void {
  if (boxes.length === 0) return;
  const { data, widthPx, heightPx } = picture;
  const oval = new Uint8Array(widthPx * heightPx);
  const xs = Float32Array.from(FACE_OUTLINE, (landmark) => landmarks[landmark * 3]!);
  const ys = Float32Array.from(FACE_OUTLINE, (landmark) => landmarks[landmark * 3 + 1]!);
  fillPolygon(oval, widthPx, heightPx, xs, ys, 1);
  for (const box of boxes) {
    const left = box.leftPx - HIDE_MARGIN * box.widthPx;
    const top = box.topPx - HIDE_MARGIN * box.heightPx;
    const blockX = ((1 + 2 * HIDE_MARGIN) * box.widthPx) / BLOCKS;
    const blockY = ((1 + 2 * HIDE_MARGIN) * box.heightPx) / BLOCKS;
    for (let row = 0; row < BLOCKS; row++) {
      for (let column = 0; column < BLOCKS; column++) {
        flatten(data, widthPx, oval, {
          left: Math.max(0, Math.floor(left + column * blockX)),
          right: Math.min(widthPx, Math.ceil(left + (column + 1) * blockX)),
          top: Math.max(0, Math.floor(top + row * blockY)),
          bottom: Math.min(heightPx, Math.ceil(top + (row + 1) * blockY)),
        });
      }
    }
  }
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One block in its mean colour, but for what belongs to the main face. */
function flatten(data: Uint8ClampedArray, widthPx: number, oval: Uint8Array, block: Block): void {
  const sum = [0, 0, 0];
  let count = 0;
  const each = (visit: (at: number) => void): void => {
    for (let y = block.top; y < block.bottom; y++) {
      for (let x = block.left; x < block.right; x++) {
        if (oval[y * widthPx + x] === 0) visit((y * widthPx + x) * 4);
      }
    }
  };
  each((at) => {
    for (let channel = 0; channel < 3; channel++) sum[channel] = sum[channel]! + data[at + channel]!;
    count++;
  });
  each((at) => {
    for (let channel = 0; channel < 3; channel++) data[at + channel] = sum[channel]! / count;
  });
}
