import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blobStoreContract, createManualTime } from '@huoti/server/testing';
import type { BlobStore } from '@huoti/server';
import S3rver from 's3rver';
import { emptyDatabase } from '../../test/support/createStoreHarness.js';
import { createJobQueue } from '../queue/createJobQueue.js';
import { openEmbeddedDatabase } from '../storage/openEmbeddedDatabase.js';
import { migrateDatabase } from '../storage/schema/migrateDatabase.js';
import type { SqlDatabase } from '../storage/SqlDatabase.js';
import { createDatabaseBlobStore } from './createDatabaseBlobStore.js';
import { createFolderBlobStore } from './createFolderBlobStore.js';
import { createS3BlobStore, type S3BlobStore } from './createS3BlobStore.js';

const KEY = 'a'.repeat(22);
const runner = { describe, it, expect };
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
let root: string;
let database: SqlDatabase;
let s3: S3rver;
let endpoint: string;
let buckets = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'huoti-blobs-'));
  database = await openEmbeddedDatabase({ folder: join(root, 'database') });
  await migrateDatabase(database);
  await (await createJobQueue(database)).stop();
  s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(root, 's3') });
  endpoint = `http://127.0.0.1:${String((await s3.run()).port)}`;
}, 60_000);
afterAll(async () => {
  await database.close();
  await s3.close();
  rmSync(root, { recursive: true, force: true });
});

const openBucket = (
  options: { timeoutMs?: number; endpoint?: string; prefix?: string } = {},
): S3BlobStore => {
  buckets += 1;
  const bucket = `bucket-${String(buckets)}`;
  mkdirSync(join(root, 's3', bucket), { recursive: true });
  const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return createS3BlobStore({ bucket, endpoint, credentials, ...options });
};

blobStoreContract(
  'database',
  async () => {
    await emptyDatabase(database);
    const time = createManualTime();
    return {
      blobs: createDatabaseBlobStore({ database, time }),
      passTime: async () => {
        time.advanceBy(2);
        return time.nowMs() - 1;
      },
    };
  },
  runner,
);

blobStoreContract(
  'folder',
  async () => ({
    blobs: await createFolderBlobStore({ folder: mkdtempSync(join(root, 'folder-')) }),
    passTime: async () => {
      await wait(30);
      const now = Date.now();
      await wait(30);
      return now;
    },
  }),
  runner,
);

blobStoreContract(
  's3',
  () => {
    const blobs = openBucket({ prefix: 'a/b/' });
    return {
      blobs,
      // The store keeps whole seconds.
      passTime: async () => {
        await wait(1100);
        const now = Date.now();
        await wait(1100);
        return now;
      },
      dispose: async () => blobs.close(),
    };
  },
  runner,
  // The stand-in writes its files in place; a real store shows an object when all of it has arrived.
  { lacks: ['whole-while-writing'] },
);

describe('every blob store', () => {
  it.each([
    ['../../../../etc/passwd'],
    ['/etc/passwd-1234567'],
    ['aaaaaaaaaaaaaaaaaaaa/b'],
    ['..'],
    [''],
    ['a'.repeat(129)],
    ['aaaaaaaaaaaaaaaaaaaaa\u0000'],
    ['.hidden-aaaaaaaaaaaaaaa'],
  ])('refuses the key %p, which could name something else', async (key) => {
    const s3Blobs = openBucket();
    const stores: readonly BlobStore[] = [
      createDatabaseBlobStore({ database, time: createManualTime() }),
      await createFolderBlobStore({ folder: mkdtempSync(join(root, 'keys-')) }),
      s3Blobs,
    ];
    for (const blobs of stores) {
      await expect(blobs.put(key, Uint8Array.of(1))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      await expect(blobs.get(key)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      await expect(blobs.delete(key)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    }
    s3Blobs.close();
  });
});

describe('a folder of blobs', () => {
  it('removes what a killed process left half written, and nothing that may still be written', async () => {
    const folder = mkdtempSync(join(root, 'left-'));
    const incoming = join(folder, 'incoming');
    mkdirSync(incoming);
    writeFileSync(join(incoming, 'old'), 'half');
    writeFileSync(join(incoming, 'new'), 'half');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(join(incoming, 'old'), twoHoursAgo, twoHoursAgo);
    const blobs = await createFolderBlobStore({ folder });
    expect(readdirSync(incoming)).toEqual(['new']);
    expect(await blobs.listBefore(Date.now() + 1000, 9)).toEqual([]);
  });

  it('is refused where the folder can not be made', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const opened = createFolderBlobStore({ folder: join(file, 'blobs') });
    await expect(opened).rejects.toMatchObject({ code: 'HOST_ERROR' });
  });
});

describe('a bucket', () => {
  it('that is not there refuses, and so does one that is not ours', async () => {
    const credentials = { accessKeyId: 'somebody', secretAccessKey: 'else' };
    const blobs = createS3BlobStore({ bucket: 'missing', endpoint, credentials });
    const error = await blobs.put(KEY, Uint8Array.of(1)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'HOST_ERROR', retryable: false });
    blobs.close();
  });

  it('that nobody serves is busy', async () => {
    const blobs = openBucket({ endpoint: 'http://127.0.0.1:1' });
    const error = await blobs.get(KEY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'BUSY', retryable: true });
    blobs.close();
  });

  it('that takes a connection and never answers is busy in time', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const blobs = openBucket({ endpoint: `http://127.0.0.1:${String(port)}`, timeoutMs: 200 });
    const error = await blobs.get(KEY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'BUSY', retryable: true });
    blobs.close();
    sockets.forEach((socket) => socket.destroy());
    silent.close();
  });

  it('lists more than one page of a thousand', async () => {
    const blobs = openBucket();
    const keys = Array.from({ length: 1100 }, (_, at) => `key-${String(at).padStart(18, '0')}`);
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map((key) => blobs.put(key, Uint8Array.of(1))));
    }
    expect(await blobs.listBefore(Date.now() + 5000, 2000)).toEqual(keys);
    expect((await blobs.listBefore(Date.now() + 5000, 1050)).length).toBe(1050);
    blobs.close();
  }, 60_000);
});
