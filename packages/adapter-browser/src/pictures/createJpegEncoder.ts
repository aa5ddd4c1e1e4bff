import type { PictureEncoder } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment, DrawingSurface } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { withAbort } from '../host/withAbort.js';

/** What {@link createJpegEncoder} takes. */
export interface JpegEncoderOptions {
  /** @default the page */
  environment?: Pick<BrowserEnvironment, 'createSurface'>;
}

/**
 * Tried from the best on, until a file is small enough. Crops of real faces have 10 to 14 KB at about the first (four clips,
 * encoded by ffmpeg); below the last one blocks drown what a face is compared by (judgement).
 */
export const JPEG_QUALITIES: readonly number[] = [0.92, 0.85, 0.75, 0.6, 0.45];

const JPEG = 'image/jpeg';

/**
 * Makes JPEG files with the browser's own encoder, on a canvas that is not on the page and is blackened afterwards.
 *
 * @example const recorder = createEvidenceRecorder({ pictures: { encoder: createJpegEncoder() } });
 */
export function createJpegEncoder({
  environment = pageEnvironment,
}: JpegEncoderOptions = {}): PictureEncoder {
  return {
    specificationVersion: 'v1',
    async encode({ data, widthPx, heightPx }, { maxBytes, signal }) {
      throwIfAborted(signal);
      const surface = environment.createSurface(widthPx, heightPx);
      try {
        const pixels = surface.context.createImageData(widthPx, heightPx);
        pixels.data.set(data);
        surface.context.putImageData(pixels, 0, 0);
        pixels.data.fill(0);
        for (const quality of JPEG_QUALITIES) {
          const blob = await withAbort(toJpeg(surface, quality), signal);
          if (blob.size > maxBytes) continue;
          return new Uint8Array(await withAbort(blob.arrayBuffer(), signal));
        }
      } finally {
        surface.canvas.width = 0;
        surface.canvas.height = 0;
      }
      throw new HuotiError(
        'HOST_ERROR',
        `a picture of ${widthPx}x${heightPx} does not fit ${maxBytes} bytes at any quality`,
      );
    },
  };
}

async function toJpeg({ canvas }: DrawingSurface, quality: number): Promise<Blob> {
  const blob =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type: JPEG, quality })
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, JPEG, quality));
  if (!blob || blob.type !== JPEG) throw new HuotiError('HOST_ERROR', 'this browser writes no JPEG files');
  return blob;
}
