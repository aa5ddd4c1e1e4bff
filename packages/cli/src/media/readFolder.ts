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
  const names = await readdir(path).catch((error: unknown) => {
    throw unreadable(path, 'the folder can not be read', 'check its rights', error);
  });
  const numbered = names
    .map((name) => ({ name, number: Number(NUMBERED.exec(name)?.[1] ?? NaN) }))
    .filter(({ number }) => Number.isFinite(number))
    .sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1));
  if (numbered.length === 0) {
    throw unreadable(path, 'the folder has no numbered picture', 'name them 0001.jpg, 0002.jpg and so on');
  }
  let readCount = 0;
  let closed = false;
  async function* frames(): AsyncGenerator<ClipFrame, void, undefined> {
    for (const [index, { name }] of numbered.entries()) {
      if (closed) return;
      const file = join(path, name);
      const bytes = await readFile(file).catch((error: unknown) => {
        throw unreadable(file, 'it can not be read', 'check its rights', error);
      });
      const picture = await decodePicture(bytes, file);
      readCount = index + 1;
      yield { ...picture, timestampMs: (index * 1000) / FOLDER_FPS };
    }
  }
  return {
    share: () => readCount / numbered.length,
    frames,
    close: async () => {
      closed = true;
    },
  };
}
