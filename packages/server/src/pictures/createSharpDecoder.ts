import sharp from 'sharp';
import type { PictureDecoder } from './PictureDecoder.js';

/** Every JPEG begins with these bytes. */
const JPEG_START = [0xff, 0xd8, 0xff] as const;

/** Longest time for one picture, in s: a progressive file can hold many passes over few pixels. Real ones take 2 ms. */
const TIMEOUT_S = 2;

/** Bytes of a pixel that is handed on. */
const CHANNELS = 4;

/**
 * A {@link PictureDecoder} on libvips that reads JPEG and nothing else. It closes libvips' other loaders for the whole
 * process: a process that reads other formats with sharp needs a process of its own for this.
 *
 * @example
 * const decoder = createSharpDecoder();
 * const decoded = await decoder.decode(bytes, { maxSidePx: 320 });
 */
export function createSharpDecoder(): PictureDecoder {
  // SVG, PNG and thirty other readers are a surface for attacks, and none of them is needed.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg'] });
  // No picture stays in memory after it was judged.
  sharp.cache(false);
  return {
    specificationVersion: 'v1',
    decode: async (bytes, { maxSidePx }) => {
      if (JPEG_START.some((byte, at) => bytes[at] !== byte)) return { ok: false, why: 'not-jpeg' };
      try {
        const options = { limitInputPixels: maxSidePx * maxSidePx, failOn: 'warning' } as const;
        const image = sharp(bytes, options).timeout({ seconds: TIMEOUT_S });
        const { width, height } = await image.metadata();
        if (width > maxSidePx || height > maxSidePx) return { ok: false, why: 'too-large' };
        const { data, info } = await image
          .toColourspace('srgb')
          .ensureAlpha()
          .raw()
          .toBuffer({ resolveWithObject: true });
        if (info.channels !== CHANNELS) return { ok: false, why: 'damaged' };
        const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
        return { ok: true, picture: { data: pixels, widthPx: info.width, heightPx: info.height } };
      } catch (error) {
        const isLimit = error instanceof Error && error.message.includes('exceeds pixel limit');
        return { ok: false, why: isLimit ? 'too-large' : 'damaged' };
      }
    },
  };
}
