import sharp from 'sharp';
import { unreadable } from './unreadable.js';

/** Decoding stops above this, in pixels: a small file can claim a huge picture. 8K is 33 million. */
const MOST_PIXELS = 40_000_000;

/** An upright RGBA8 picture. */
export interface DecodedPicture {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Decodes a JPEG, PNG or WebP picture and turns it upright by its EXIF orientation.
 *
 * @param bytes of the picture
 * @param path for the message
 * @throws HuotiError MEDIA_UNREADABLE
 */
export async function decodePicture(bytes: Uint8Array, path: string): Promise<DecodedPicture> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .toColourspace('srgb')
      // What shows through is white, as a page would show it.
      .flatten({ background: '#ffffff' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
    return { data: pixels, widthPx: info.width, heightPx: info.height };
  } catch (error) {
    throw unreadable(path, 'it is no picture that can be decoded', 'give a JPEG, PNG or WebP', error);
  }
}
