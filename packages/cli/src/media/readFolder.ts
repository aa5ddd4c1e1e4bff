import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipFrame, ClipReader } from './ClipReader.js';
import { decodePicture } from './decodePicture.js';
import { unreadable } from './unreadable.js';

/** Numbered pictures hold no frame rate; 30 is a camera's. */
export const FOLDER_FPS = 30;

const NUMBERED = /(\d+)\.(jpe?g|png|webp)$/i;

/**
 * A folder of numbered pictures as a clip, in the order of their numbers.
 *
 * @throws HuotiError MEDIA_UNREADABLE where there is none
 */
export async function readFolder(path: string): Promise<ClipReader> {
  const numbered = (await readdir(path))
    .map((name) => ({ name, number: Number(NUMBERED.exec(name)?.[1] ?? NaN) }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number);
  if (numbered.length === 0) {
    throw unreadable(path, 'the folder has no numbered picture', 'name them 0001.jpg, 0002.jpg and so on');
  }
  async function* frames(): AsyncGenerator<ClipFrame, void, undefined> {
    for (const [index, { name }] of numbered.entries()) {
      const file = join(path, name);
      yield {
        ...(await decodePicture(await readFile(file), file)),
        timestampMs: (index * 1000) / FOLDER_FPS,
      };
    }
  }
  return { frameCount: numbered.length, frames, close: async () => undefined };
}
