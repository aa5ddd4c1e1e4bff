import sharp from 'sharp';

/**
 * Lets libvips read PNG and WebP beside JPEG. What it may read is one setting of the whole process, and the decoder of
 * evidence closes everything but JPEG whenever one is made; call this after that, once, before a picture is enrolled.
 *
 * @example openStillFormats();
 */
export function openStillFormats(): void {
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
}
