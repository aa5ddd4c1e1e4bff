import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createFolderBlobStore } from '../../src/blobs/createFolderBlobStore.js';
import { toFileError } from '../../src/blobs/toFileError.js';
import { runChild } from '../support/runChild.js';

const KB = 1024;
const keyOf = (name: string): string => name.padEnd(22, '_');

describe('a folder of blobs on a full disk', () => {
  it('keeps nothing of a blob that the system refused in the middle of the write, and all that was there before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huoti-full-'));
    // The operating system itself ends each file at 64 KB: the write has begun, and half of it lies on the disk.
    const child = runChild('writeBlobs', [folder, String(10 * KB), String(200 * KB)], { fileSizeBlocks: 64 });
    expect(await child.nextLine()).toBe('small ok');
    expect(await child.nextLine()).toBe('large BUSY true');
    expect(await child.ended).toBe(0);

    const blobs = await createFolderBlobStore({ folder });
    expect((await blobs.get(keyOf('small')))?.length).toBe(10 * KB);
    expect(await blobs.get(keyOf('large'))).toBe(null);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    await blobs.put(keyOf('large'), new Uint8Array(200 * KB));
    expect((await blobs.get(keyOf('large')))?.length).toBe(200 * KB);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it.each([
    ['ENOSPC', 'BUSY', true],
    ['EDQUOT', 'BUSY', true],
    ['EMFILE', 'BUSY', true],
    ['EROFS', 'HOST_ERROR', false],
    ['EACCES', 'HOST_ERROR', false],
    ['EIO', 'HOST_ERROR', false],
  ])('%s is %s', (system, code, retryable) => {
    expect(toFileError(Object.assign(new Error('x'), { code: system }))).toMatchObject({ code, retryable });
  });
});
