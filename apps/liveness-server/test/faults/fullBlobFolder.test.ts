import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { createFolderBlobStore } from '../../src/blobs/createFolderBlobStore.js';
import { toFileError } from '../../src/blobs/toFileError.js';
import { conductSession, type SessionCall } from '../support/conductSession.js';
import { openTestApp, type TestApp } from '../support/openTestApp.js';
import { sendOn } from './support/sendOn.js';

/** Room for the parts of about one session. */
const ROOM_KB = 128;
const PAGE = 4096;

let folder: string;
/** Whether the disk is a real one that ends; else its end is played by the store that stands before the folder. */
let isMounted = false;
let service: TestApp;
let isFull = false;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${ROOM_KB}k`, 'tmpfs', folder];
  isMounted = process.getuid?.() === 0 && spawnSync('mount', options).status === 0;
  service = await openTestApp();
  const { blobs } = service.context;
  const onDisk = await createFolderBlobStore({ folder: join(folder, 'blobs') });
  const put: typeof blobs.put = (key, bytes, options) =>
    isFull && !isMounted
      ? Promise.reject(toFileError(Object.assign(new Error('full'), { code: 'ENOSPC' })))
      : onDisk.put(key, bytes, options);
  Object.assign(blobs, { ...onDisk, put });
});
afterAll(async () => {
  await service.app.close();
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

/** Takes all that is left of the disk, to the last page. */
function fill(): void {
  isFull = true;
  for (let left = 0; isMounted && left < (2 * ROOM_KB * 1024) / PAGE; left += 1) {
    try {
      writeFileSync(join(folder, `ballast-${left}`), Buffer.alloc(PAGE, 1));
    } catch {
      rmSync(join(folder, `ballast-${left}`), { force: true });
      return;
    }
  }
}

function makeRoom(): void {
  isFull = false;
  for (const name of readdirSync(folder)) if (name.startsWith('ballast')) rmSync(join(folder, name));
}

const filesIn = (name: string): string[] => {
  mkdirSync(join(folder, 'blobs', name), { recursive: true });
  return readdirSync(join(folder, 'blobs', name));
};
const keysOnDisk = (): string[] =>
  readdirSync(join(folder, 'blobs'))
    .filter((name) => name !== 'incoming')
    .flatMap((name) => filesIn(name))
    .sort();

describe('a blob folder on a disk that is full', () => {
  it('refuses parts as a passing fault, keeps nothing by half, and goes on when there is room', async () => {
    const client = await service.client('trace');
    const { context } = service;
    const send = sendOn(client);
    const refusals: Problem[] = [];
    let kept = 0;
    const call: SessionCall = async (method, path, body) => {
      // The disk fills up under the upload: the second chunk finds it full.
      if (path === '/evidence/chunk-1') {
        fill();
        for (let tries = 0; tries < 3; tries += 1) {
          const answer = await send(method, path, body);
          expect(answer.statusCode).toBe(503);
          expect(answer.headers['retry-after']).toBeDefined();
          refusals.push(answer.json<Problem>());
        }
        kept = context.store.tables.parts.size;
        expect(keysOnDisk()).toEqual(
          [...context.store.tables.parts.values()].map((part) => part.blobKey).sort(),
        );
        expect(filesIn('incoming')).toEqual([]);
        // Nothing of what is not there is taken for complete.
        const early = await send('POST', '/complete', { evidenceHash: 'a'.repeat(64) });
        expect(early.json<Problem>().code).toBe('EVIDENCE_INCOMPLETE');
        makeRoom();
      }
      const answer = await send(method, path, body);
      expect([path, answer.statusCode < 300 ? 'ok' : answer.body]).toEqual([path, 'ok']);
      return answer.json<Record<string, unknown>>();
    };
    let atMs = 0;
    const pace = (ms: number): Promise<void> => {
      context.time.advanceBy(Math.max(0, Math.round(ms) - atMs));
      atMs = Math.max(atMs, Math.round(ms));
      return Promise.resolve();
    };
    await conductSession({ sessionId: client.sessionId, level: 'trace', call, pace });
    expect(kept).toBe(1);
    expect(refusals.map(({ code, retryable }) => [code, retryable])).toEqual(
      Array(3).fill(['UNAVAILABLE', true]),
    );
    // Nobody outside learns of folders and disks.
    for (const { detail } of refusals) expect(detail).not.toMatch(/ENOSPC|disk|folder|\//);
    expect(context.store.tables.sessions.get(client.sessionId)?.state).toBe('completed');
    expect(keysOnDisk()).toHaveLength(context.store.tables.parts.size);
  }, 60_000);
});
