import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '@huoti/server';
import { checkBlobKey } from './checkBlobKey.js';
import { refuseAborted } from './refuseAborted.js';
import { isMissing, toFileError } from './toFileError.js';

/** Files on their way in; a name there is never a key. */
const INCOMING = 'incoming';
/** A write takes milliseconds; what lies there for so long was left by a process that was killed, ms. */
const LEFT_BEHIND_MS = 60 * 60 * 1000;
/** Keys are random, so two letters spread them over some 4000 folders. */
const SHARD_LETTERS = 2;

/** Writes names of a folder to the disk: a file's own bytes can be there and its name not. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the file system itself keeps names in order.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeWhole(path: string, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(bytes, signal ? { signal } : {});
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

async function removeLeftBehind(folder: string, nowMs: number): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < nowMs - LEFT_BEHIND_MS) await rm(path, { force: true });
  }
}

const typed = async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  refuseAborted(signal);
  try {
    return await work();
  } catch (error) {
    refuseAborted(signal);
    throw toFileError(error);
  }
};

/**
 * Blobs as files of a folder. A file is written beside, forced to the disk, and then renamed, so that a key holds all of a blob or
 * none of it, through a full disk, a kill and a power cut alike; a deleted one does not come back.
 *
 * @throws HuotiError HOST_ERROR where the folder can't be made or written
 * @example const blobs = await createFolderBlobStore({ folder: './data/blobs' });
 */
export async function createFolderBlobStore({ folder }: { folder: string }): Promise<BlobStore> {
  const incoming = join(folder, INCOMING);
  await typed(async () => {
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    await removeLeftBehind(incoming, Date.now());
  });
  const shardOf = (key: string): string => join(folder, key.slice(0, SHARD_LETTERS));
  const pathOf = (key: string): string => {
    checkBlobKey(key);
    return join(shardOf(key), key);
  };

  return {
    specificationVersion: 'v1',
    async put(key, bytes, { signal } = {}) {
      const path = pathOf(key);
      const draft = join(incoming, randomUUID());
      await typed(async () => {
        try {
          await writeWhole(draft, bytes, signal);
          const made = await mkdir(shardOf(key), { recursive: true, mode: 0o700 });
          if (made !== undefined) await syncFolder(folder);
          await rename(draft, path);
          await syncFolder(shardOf(key));
        } catch (error) {
          await rm(draft, { force: true });
          throw error;
        }
      }, signal);
    },
    async get(key, { signal } = {}) {
      const path = pathOf(key);
      return typed(async () => {
        try {
          return Uint8Array.from(await readFile(path, signal ? { signal } : {}));
        } catch (error) {
          if (isMissing(error)) return null;
          throw error;
        }
      }, signal);
    },
    async delete(key, { signal } = {}) {
      const path = pathOf(key);
      await typed(async () => {
        try {
          await unlink(path);
          await syncFolder(shardOf(key));
        } catch (error) {
          if (!isMissing(error)) throw error;
        }
      }, signal);
    },
    listBefore: (beforeMs, limit, after = '') =>
      typed(async () => {
        const keys: string[] = [];
        const first = after.slice(0, SHARD_LETTERS);
        for (const shard of await namesIn(folder)) {
          if (shard.length !== SHARD_LETTERS || shard < first) continue;
          for (const key of await namesIn(join(folder, shard))) {
            if (keys.length >= limit) return keys;
            if (key <= after) continue;
            const found = await stat(join(folder, shard, key)).catch(() => null);
            if (found !== null && found.mtimeMs < beforeMs) keys.push(key);
          }
        }
        return keys;
      }),
  };
}
