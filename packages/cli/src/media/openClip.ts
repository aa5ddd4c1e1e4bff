import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ClipFrame, ClipReader } from './ClipReader.js';
import { readByFfmpeg } from './readByFfmpeg.js';
import { readFolder } from './readFolder.js';
import { readMjpeg } from './readMjpeg.js';
import { readY4m } from './readY4m.js';
import { unreadable } from './unreadable.js';

/** What ffmpeg is asked for. */
export const FFMPEG_EXTENSIONS = ['.mp4', '.webm', '.mov', '.gif', '.mkv', '.m4v', '.avi'] as const;

type FrameParser = (bytes: AsyncIterable<Buffer>, path: string) => AsyncGenerator<ClipFrame, void, undefined>;

function readStreamed(path: string, parse: FrameParser): ClipReader {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  const chunks = (async function* () {
    for await (const chunk of stream) yield chunk as Buffer;
  })();
  return {
    frameCount: null,
    frames: () => parse(chunks, path),
    close: async () => {
      stream.destroy();
    },
  };
}

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
  if (extension === '.y4m') return readStreamed(path, readY4m);
  if (extension === '.mjpeg' || extension === '.mjpg') return readStreamed(path, readMjpeg);
  if (FFMPEG_EXTENSIONS.some((known) => known === extension)) return readByFfmpeg(path);
  throw unreadable(
    path,
    `${extension === '' ? 'a file without an extension' : extension} is no clip`,
    'give .mp4, .webm, .mov, .gif, .mjpeg, .y4m or a folder of numbered pictures',
  );
}
