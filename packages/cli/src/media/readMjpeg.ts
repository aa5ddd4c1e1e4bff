import type { ClipFrame } from './ClipReader.js';
import { decodePicture } from './decodePicture.js';
import { unreadable } from './unreadable.js';

/** A bare .mjpeg holds no frame rate; 30 is what browsers play it at too. */
export const MJPEG_FPS = 30;

/** No JPEG of a camera is larger, in bytes: more without an end marker is no JPEG. */
const LARGEST_PICTURE_BYTES = 32 * 1024 * 1024;

const START = Buffer.from([0xff, 0xd8, 0xff]);
const END = Buffer.from([0xff, 0xd9]);

/**
 * The frames of concatenated JPEG pictures.
 *
 * @throws HuotiError MEDIA_UNREADABLE
 */
export async function* readMjpeg(
  bytes: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<ClipFrame, void, undefined> {
  let pending: Buffer = Buffer.alloc(0);
  let index = 0;
  for await (const chunk of bytes) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const start = pending.indexOf(START);
      if (start < 0) break;
      // The next picture's start is a safer end than FFD9, which a thumbnail inside a picture has too.
      const next = pending.indexOf(Buffer.concat([END, START]), start);
      if (next < 0) break;
      yield {
        ...(await decodePicture(pending.subarray(start, next + 2), path)),
        timestampMs: (index * 1000) / MJPEG_FPS,
      };
      index += 1;
      pending = pending.subarray(next + 2);
    }
    if (pending.length > LARGEST_PICTURE_BYTES) break;
  }
  const start = pending.indexOf(START);
  if (start >= 0 && pending.length <= LARGEST_PICTURE_BYTES) {
    yield {
      ...(await decodePicture(pending.subarray(start), path)),
      timestampMs: (index * 1000) / MJPEG_FPS,
    };
    index += 1;
  }
  if (index === 0) throw unreadable(path, 'it holds no JPEG picture', 'give a .mjpeg made by ffmpeg');
}
