import type { StillPicture } from '@huoti/core';
import sharp from 'sharp';

/** Larger pictures are refused before a pixel is decoded: a phone's camera makes 12 to 50 million. */
const MAX_PIXELS = 64_000_000;
/** A face needs some hundred pixels; what is larger is scaled down so that looking for it stays quick, px. */
const LONGEST_SIDE_PX = 1_600;
/** Longest time for one picture, s. */
const TIMEOUT_S = 5;
const CHANNELS = 4;

/** Whether the bytes begin as one of the three formats that are read. Nothing else ever reaches a decoder. */
function isKnownFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12));
  const isWebp = head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
  return (
    isWebp || head.toString('hex', 0, 3) === 'ffd8ff' || head.toString('hex', 0, 8) === '89504e470d0a1a0a'
  );
}

/**
 * A still picture of unknown origin as pixels: upright by its orientation tag, scaled down where it is large. `null` for
 * anything else than a whole JPEG, PNG or WebP.
 *
 * @example const picture = await decodeStill(bytes);
 */
export async function decodeStill(bytes: Uint8Array): Promise<StillPicture | null> {
  if (!isKnownFormat(bytes)) return null;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'warning', pages: 1 })
      .timeout({ seconds: TIMEOUT_S })
      .rotate()
      .resize({ width: LONGEST_SIDE_PX, height: LONGEST_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .flatten({ background: '#808080' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== CHANNELS) return null;
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return { data: pixels, widthPx: info.width, heightPx: info.height };
  } catch {
    return null;
  }
}
