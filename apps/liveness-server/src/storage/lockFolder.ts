import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { HuotiError } from '@huoti/protocol';
import { tryLock, unlock } from 'fs-native-extensions';

const LOCK_FILE = 'owner.lock';

/** Held until it is released, or the process is gone. */
export interface FolderLock {
  /** Idempotent. */
  release(): void;
}

/** What the owner wrote of itself, for people: who holds it is known to the operating system alone. */
function describeOwner(path: string): string {
  const text = readFileSync(path, 'utf8');
  const match = /^(\d{1,10}) ([\w.-]{1,253})\n$/.exec(text);
  if (match === null) return 'another process';
  return match[2] === hostname() ? `process ${match[1]}` : `process ${match[1]} on ${match[2]}`;
}

/**
 * Makes this process the only owner of a folder, by a lock of the operating system on a file in it (`F_OFD_SETLK` on Linux,
 * `flock` on macOS, `LockFileEx` on Windows). Such a lock ends with the process, however that ends, so none is ever left behind
 * and none has to be taken over by its age. A pid file can do neither: in two containers both pids are 1, and a pid is used
 * again. It holds between containers that share a volume on one machine. Over a network file system it holds as far as that
 * passes locks on (NFS 4 does); an embedded database should not lie on one.
 *
 * @throws HuotiError BUSY with the owner's pid and what to do, INVALID_ARGUMENT where the folder can't be written
 */
export function lockFolder(folder: string): FolderLock {
  const path = join(folder, LOCK_FILE);
  let file: number;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    file = openSync(path, 'a+', 0o600);
  } catch (error) {
    throw new HuotiError('INVALID_ARGUMENT', `the data folder ${folder} can't be written`, { cause: error });
  }
  if (!tryLock(file)) {
    const owner = describeOwner(path);
    closeSync(file);
    throw new HuotiError(
      'BUSY',
      `${folder} belongs to ${owner}: stop that one, choose another data folder, or set DATABASE_URL to share a Postgres`,
    );
  }
  ftruncateSync(file);
  writeSync(file, `${process.pid} ${hostname()}\n`);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      ftruncateSync(file);
      unlock(file);
      closeSync(file);
    },
  };
}
