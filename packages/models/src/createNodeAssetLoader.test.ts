import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { createNodeAssetLoader } from './createNodeAssetLoader.js';
import { modelManifest } from './index.js';

const LARGE_BYTES = 700 * 1024;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'huoti-assets-'));
  await writeFile(join(directory, 'abc.bin'), 'abc');
  await writeFile(join(directory, 'empty.bin'), '');
  await writeFile(join(directory, 'large.bin'), Buffer.alloc(LARGE_BYTES, 7));
});

afterAll(() => rm(directory, { recursive: true }));

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a rejection');
}

describe('createNodeAssetLoader', () => {
  it('loads every file of the manifest from the package itself, byte for byte', async () => {
    const loader = createNodeAssetLoader();
    for (const [file, { sha256, bytes }] of Object.entries(modelManifest.files)) {
      const loaded = await loader.load(file);
      expect(loaded.byteLength).toBe(bytes);
      expect(await loader.sha256Hex(loaded)).toBe(sha256);
    }
  });

  it('hashes as the standard says', async () => {
    // ref: FIPS 180-4 example, SHA-256 of "abc"
    const loader = createNodeAssetLoader({ directory });
    expect(await loader.sha256Hex(await loader.load('abc.bin'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('gives a buffer of its own that holds the file and nothing else', async () => {
    const loaded = await createNodeAssetLoader({ directory }).load('abc.bin');
    expect([...new Uint8Array(loaded)]).toEqual([...Buffer.from('abc')]);
    expect((await createNodeAssetLoader({ directory }).load('empty.bin')).byteLength).toBe(0);
  });

  it('tells the progress up to the whole', async () => {
    const steps: (readonly [number, number | null])[] = [];
    const onProgress = (loaded: number, total: number | null): void => void steps.push([loaded, total]);
    await createNodeAssetLoader({ directory }).load('large.bin', { onProgress });
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every(([loaded], index) => loaded > (steps[index - 1]?.[0] ?? 0))).toBe(true);
    expect(steps[steps.length - 1]).toEqual([LARGE_BYTES, LARGE_BYTES]);
  });

  it.each(['../package.json', '/etc/hostname', 'a/b', 'a\\b', '..', '.', '', '.hidden', 'a\0b', 'C:x'])(
    'refuses the name %j, which could leave the folder',
    async (name) => {
      expect(await errorOf(createNodeAssetLoader({ directory }).load(name))).toMatchObject({
        code: 'INVALID_ARGUMENT',
      });
    },
  );

  it('says of an absent file what to do, and that trying again does not help', async () => {
    const error = await errorOf(createNodeAssetLoader({ directory }).load('absent.bin'));
    expect(error).toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: false, cause: { code: 'ENOENT' } });
    expect(isHuotiError(error) && error.message).toMatch(
      /absent\.bin could not be read .* build @huoti\/models/,
    );
  });

  it('fails on a folder in the place of a file', async () => {
    expect(
      await errorOf(
        createNodeAssetLoader({ directory: join(directory, '..') }).load(
          directory.slice(tmpdir().length + 1),
        ),
      ),
    ).toMatchObject({
      code: 'MODEL_LOAD_FAILED',
    });
  });

  it('stops before reading when it was aborted before', async () => {
    const loaded: number[] = [];
    const options = {
      signal: AbortSignal.abort('left'),
      onProgress: (bytes: number) => void loaded.push(bytes),
    };
    const error = await errorOf(createNodeAssetLoader({ directory }).load('abc.bin', options));
    expect(error).toMatchObject({ code: 'ABORTED', cause: 'left' });
    expect(loaded).toEqual([]);
  });

  it('stops in the middle of a file', async () => {
    const controller = new AbortController();
    const loaded: number[] = [];
    const onProgress = (bytes: number): void => {
      loaded.push(bytes);
      controller.abort('left');
    };
    const error = await errorOf(
      createNodeAssetLoader({ directory }).load('large.bin', { signal: controller.signal, onProgress }),
    );
    expect(error).toMatchObject({ code: 'ABORTED' });
    expect(loaded).toHaveLength(1);
  });
});
