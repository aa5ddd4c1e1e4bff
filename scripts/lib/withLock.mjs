import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { note } from './note.mjs';
import { CACHE } from './paths.mjs';

/** How often a waiting command looks again, in milliseconds. */
const LOOK_AGAIN_MS = 200;
/** A lock folder without an owner's number is one being written; after this many looks it is a leftover. */
const OWNERLESS_LOOKS = 25;

/** @param {string} file @returns {number | undefined} */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Runs one thing at a time across processes: two root commands started together on a bare clone must not install at once.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{folder?: string}} [options] where the lock is kept; default: the cache folder
 * @returns {Promise<T>}
 */
export async function withLock(name, work, { folder = CACHE } = {}) {
  const lock = join(folder, `${name}.lock`);
  const owner = join(lock, 'pid');
  mkdirSync(folder, { recursive: true });
  let said = false;
  for (let ownerless = 0; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const pid = ownerOf(owner);
      if (pid === undefined ? ++ownerless > OWNERLESS_LOOKS : !isAlive(pid)) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      if (!said) note(`setup: waiting for another command (process ${pid ?? 'unknown'}) to finish its setup`);
      said = true;
      await sleep(LOOK_AGAIN_MS);
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(owner, String(process.pid));
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
