import type { ClipFrame } from './ClipReader.js';
import { decodePicture } from './decodePicture.js';
import { findJpeg } from './findJpeg.js';
import { unreadable } from './unreadable.js';

/** A bare .mjpeg holds no frame rate; 30 is a camera's. */
export const MJPEG_FPS = 30;

/** No JPEG of a camera is larger, in bytes: more without an end marker is no JPEG. */
const LARGEST_PICTURE_BYTES = 32 * 1024 * 1024;

/**
 * The frames of JPEG pictures one after another; what lies between them (part heads of a web camera) is passed over.
 *
 * @throws HuotiError MEDIA_UNREADABLE
 */
export async function* readMjpeg(
  bytes: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<ClipFrame, void, undefined> {
  let pending: Buffer = Buffer.alloc(0);
  let index = 0;
  let open = false;
  for await (const chunk of bytes) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let from = 0;
    for (;;) {
      const span = findJpeg(pending, from);
      open = span !== null;
      // The last two bytes may be the first of a picture's three.
      if (!span) from = Math.max(from, pending.length - 2);
      if (!span || span.end === null) break;
      const picture = await decodePicture(
        pending.subarray(span.start, span.end),
        `${path}: picture ${index}`,
      );
      yield { ...picture, timestampMs: (index * 1000) / MJPEG_FPS };
      index += 1;
      from = span.end;
    }
    pending = pending.subarray(from);
    if (open && pending.length > LARGEST_PICTURE_BYTES) {
      throw unreadable(path, `picture ${index} has no end`, 'make it again with ffmpeg -c:v mjpeg');
    }
  }
  if (open) throw unreadable(path, `it breaks off inside picture ${index}`, 'copy or make it again');
  if (index === 0) throw unreadable(path, 'it holds no JPEG picture', 'make it with ffmpeg -c:v mjpeg');
}
