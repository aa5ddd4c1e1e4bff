import { readFile } from 'node:fs/promises';
import { decodePicture, type DecodedPicture } from './decodePicture.js';
import { isPictureFile } from './isPictureFile.js';
import { openClip } from './openClip.js';
import { unreadable } from './unreadable.js';

/**
 * A picture, or the first frame of a clip.
 *
 * @throws HuotiError MEDIA_UNREADABLE, HOST_ERROR where a clip needs ffmpeg and it is missing
 */
export async function readStill(path: string): Promise<DecodedPicture> {
  if (isPictureFile(path)) {
    const bytes = await readFile(path).catch((error: unknown) => {
      throw unreadable(path, 'it can not be read', 'check the path', error);
    });
    return decodePicture(bytes, path);
  }
  const clip = await openClip(path);
  try {
    for await (const frame of clip.frames()) return frame;
    throw unreadable(path, 'it has no frame', 'give a clip with a picture in it');
  } finally {
    await clip.close();
  }
}
