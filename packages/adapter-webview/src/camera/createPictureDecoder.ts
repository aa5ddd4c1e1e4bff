import type { BrowserEnvironment } from '@huoti/adapter-browser';
import type { BridgeFrame } from '@huoti/protocol/bridge';
import { decodeI420 } from './decodeI420.js';
import type { DecodedPicture, PictureDecoder } from './PictureDecoder.js';
import { readJpegSize } from './readJpegSize.js';

/** What {@link createPictureDecoder} takes. */
export interface PictureDecoderOptions {
  readonly environment: Pick<BrowserEnvironment, 'createSurface' | 'createObjectUrl' | 'revokeObjectUrl'>;
}

/**
 * The page's own decoder of JPEG, and plain arithmetic for I420. It trusts no size that a host names: a picture has to be as
 * large as its frame says, in the file's head before it is decoded, and decoded. So a file that a page's engine would turn by its
 * EXIF orientation is refused as well: the frame says how it is turned.
 */
export function createPictureDecoder({ environment }: PictureDecoderOptions): PictureDecoder {
  let surface: ReturnType<BrowserEnvironment['createSurface']> | null = null;

  const fromI420 = (bytes: Uint8Array, { widthPx, heightPx }: BridgeFrame): DecodedPicture | null => {
    const pixels = decodeI420(bytes, widthPx, heightPx);
    if (pixels === null) return null;
    surface ??= environment.createSurface(widthPx, heightPx);
    const { canvas, context } = surface;
    if (canvas.width !== widthPx) canvas.width = widthPx;
    if (canvas.height !== heightPx) canvas.height = heightPx;
    context.putImageData(new ImageData(pixels, widthPx, heightPx), 0, 0);
    return { source: canvas, widthPx, heightPx, close: () => undefined };
  };

  return {
    async decode(bytes, frame) {
      if (frame.format === 'i420') return fromI420(bytes, frame);
      const size = readJpegSize(bytes);
      if (size?.widthPx !== frame.widthPx || size.heightPx !== frame.heightPx) return null;
      const file = new Blob([bytes.slice()], { type: 'image/jpeg' });
      const picture = await (typeof createImageBitmap === 'function'
        ? decodeBitmap(file)
        : decodeElement(file, environment));
      if (picture === null) return null;
      if (picture.widthPx === frame.widthPx && picture.heightPx === frame.heightPx) return picture;
      picture.close();
      return null;
    },
    dispose() {
      if (!surface) return;
      surface.canvas.width = 0;
      surface.canvas.height = 0;
      surface = null;
    },
  };
}

async function decodeBitmap(file: Blob): Promise<DecodedPicture | null> {
  try {
    const bitmap = await createImageBitmap(file);
    return {
      source: bitmap,
      widthPx: bitmap.width,
      heightPx: bitmap.height,
      close: () => bitmap.close(),
    };
  } catch {
    return null;
  }
}

/** iOS before 15 has no `createImageBitmap`. */
function decodeElement(
  file: Blob,
  environment: PictureDecoderOptions['environment'],
): Promise<DecodedPicture | null> {
  const url = environment.createObjectUrl(file);
  const image = new Image();
  return new Promise<DecodedPicture | null>((resolve) => {
    image.onload = () =>
      resolve({
        source: image,
        widthPx: image.naturalWidth,
        heightPx: image.naturalHeight,
        close: () => image.removeAttribute('src'),
      });
    image.onerror = () => resolve(null);
    image.src = url;
  }).finally(() => environment.revokeObjectUrl(url));
}
