import sharp from 'sharp';

/**
 * Encodes pictures as a browser encodes a canvas: 4:2:0, at one quality.
 *
 * @param {number} quality 1 to 100
 * @returns {import('@huoti/core').PictureEncoder}
 */
export const jpegEncoder = (quality) => ({
  specificationVersion: 'v1',
  encode: ({ data, widthPx: width, heightPx: height }) =>
    // The pixels may be wiped while libvips still works: it gets its own.
    sharp(Uint8Array.from(data), { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg({ quality, chromaSubsampling: '4:2:0' })
      .toBuffer()
      .then((bytes) => Uint8Array.from(bytes)),
});
