import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ClipReader } from './ClipReader.js';
import { readByFfmpeg } from './readByFfmpeg.js';
import { readFolder } from './readFolder.js';
import { readMjpeg } from './readMjpeg.js';
import { readStreamed } from './readStreamed.js';
import { readY4m } from './readY4m.js';
import { unreadable } from './unreadable.js';

/** What ffmpeg is asked for. */
const FFMPEG_EXTENSIONS = ['.mp4', '.webm', '.mov', '.gif', '.mkv', '.m4v', '.avi'];

/**
 * Opens a recording: `.mp4 .webm .mov .gif` and a few more through ffmpeg; `.y4m`, `.mjpeg` and a folder of numbered
 * pictures without it.
 *
 * @throws HuotiError MEDIA_UNREADABLE for a path that is no clip; HOST_ERROR where ffmpeg is needed and missing
 * @example const clip = await openClip('selfie.mp4');
 */
export async function openClip(path: string): Promise<ClipReader> {
  const facts = await stat(path).catch((error: unknown) => {
    throw unreadable(path, 'there is no such file', 'check the path', error);
  });
  if (facts.isDirectory()) return readFolder(path);
  const extension = extname(path).toLowerCase();
  const kind = extension === '' ? 'a file without an extension' : extension;
  const streamed = extension === '.y4m' || extension === '.mjpeg' || extension === '.mjpg';
  if (!streamed && !FFMPEG_EXTENSIONS.includes(extension)) {
    const known = 'give .mp4, .webm, .mov, .gif, .mjpeg, .y4m or a folder of numbered pictures';
    throw unreadable(path, `${kind} is no clip`, known);
  }
  if (facts.isFile() && facts.size === 0) throw unreadable(path, 'it is empty', 'copy or record it again');
  if (!streamed) return readByFfmpeg(path);
  return readStreamed(path, facts.size, extension === '.y4m' ? readY4m : readMjpeg);
}
