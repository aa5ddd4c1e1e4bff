import { createAbortSource } from '@huoti/core';
import { describe, expect, it } from '@jest/globals';
import type { MiniProgramFiles } from '../platform/MiniProgramApi.js';
import { createPackageAssetLoader } from './createPackageAssetLoader.js';
import type { PackageLayout } from './PackageLayout.js';

const bytesOf = (...values: number[]): ArrayBuffer => Uint8Array.from(values).buffer;
const textOf = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text)).buffer;

const layout: PackageLayout = {
  workerScript: 'workers/huotiWorker.js',
  files: {
    'big.bin': { packing: 'brotli', parts: ['/a/big.bin.0.br', '/b/big.bin.1.br'] },
    'small.wasm': { packing: 'brotli', parts: ['/e/small.wasm.br'] },
    'text.bin': { packing: 'base64', parts: ['/a/text.bin.json', '/b/text.bin.json'] },
    'raw.wasm': { packing: 'none', parts: ['/e/raw.wasm'] },
  },
};

/** A package's files by path; brotli is the platform's business, so what is "packed" here is said by who may read it. */
function filesystem(files: Record<string, ArrayBuffer | string>): MiniProgramFiles & { reads: string[] } {
  const reads: string[] = [];
  const answer = (
    by: string,
    {
      filePath,
      success,
      fail,
    }: {
      filePath: string;
      success?: (found: { data: ArrayBuffer }) => void;
      fail?: (failure: { errMsg: string }) => void;
    },
  ): void => {
    reads.push(`${by} ${filePath}`);
    const found = files[filePath];
    if (found === undefined) fail?.({ errMsg: `${by}:fail no such file or directory, open ${filePath}` });
    else if (typeof found === 'string') fail?.({ errMsg: `${by}:fail ${found}` });
    else success?.({ data: found });
  };
  return {
    reads,
    readFile: (options) => answer('readFile', options),
    readCompressedFile: (options) => answer('readCompressedFile', options),
  };
}

const loaderOver = (
  files: MiniProgramFiles,
  rest: { fetchPackages?: () => Promise<unknown> } = {},
): ReturnType<typeof createPackageAssetLoader> =>
  createPackageAssetLoader({ api: { getFileSystemManager: () => files }, layout, ...rest });

describe('files of the engine in a mini-program', () => {
  it('are joined from their parts in order, and progress counts unpacked bytes', async () => {
    const files = filesystem({ '/a/big.bin.0.br': bytesOf(1, 2, 3), '/b/big.bin.1.br': bytesOf(4) });
    const progress: number[] = [];
    const bytes = await loaderOver(files).load('big.bin', { onProgress: (loaded) => progress.push(loaded) });
    expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3, 4]);
    expect(progress).toEqual([3, 4]);
    expect(files.reads).toEqual(['readCompressedFile /a/big.bin.0.br', 'readCompressedFile /b/big.bin.1.br']);
  });

  it('are read as they are, or out of base64, where the platform unpacks nothing', async () => {
    const files = filesystem({
      '/e/raw.wasm': bytesOf(9),
      '/a/text.bin.json': textOf(JSON.stringify({ data: Buffer.from([0, 255, 7]).toString('base64') })),
      '/b/text.bin.json': textOf('{"data":""}'),
    });
    expect([...new Uint8Array(await loaderOver(files).load('raw.wasm'))]).toEqual([9]);
    expect([...new Uint8Array(await loaderOver(files).load('text.bin'))]).toEqual([0, 255, 7]);
  });

  it('that are not there yet are asked for again, and the error says how they come', async () => {
    const error = loaderOver(filesystem({ '/a/big.bin.0.br': bytesOf(1) })).load('big.bin');
    await expect(error).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    await expect(error).rejects.toThrow(/\/b\/big\.bin\.1\.br.*preloadRule/);
  });

  it.each([
    ['the platform cannot unpack', { '/e/small.wasm.br': 'fail to decompress' }, 'small.wasm'],
    ['are no JSON', { '/a/text.bin.json': textOf('%%%'), '/b/text.bin.json': textOf('{}') }, 'text.bin'],
    ['hold no data', { '/a/text.bin.json': textOf('{"data":1}') }, 'text.bin'],
    ['the layout does not know', {}, 'other.bin'],
  ])('that %s are MODEL_LOAD_FAILED for good', async (_what, files, name) => {
    await expect(loaderOver(filesystem(files)).load(name)).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
      retryable: false,
    });
  });

  it('name the base library where it is too old to unpack', async () => {
    const { readFile } = filesystem({});
    await expect(loaderOver({ readFile }).load('small.wasm')).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      message: expect.stringContaining('2.21.1'),
    });
  });

  it('wait for their subpackages, which are fetched once, and again after a failure', async () => {
    const files = filesystem({ '/e/small.wasm.br': bytesOf(5), '/e/raw.wasm': bytesOf(6) });
    const answers = [Promise.reject(new Error('offline')), Promise.resolve()];
    let asked = 0;
    const loader = loaderOver(files, { fetchPackages: () => answers[asked++] ?? Promise.resolve() });
    await expect(loader.load('small.wasm')).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
      retryable: true,
    });
    expect(files.reads).toEqual([]);
    await Promise.all([loader.load('small.wasm'), loader.load('raw.wasm')]);
    expect(asked).toBe(2);
  });

  it('can be given up while they are read, and what comes later is let go', async () => {
    let answer: (() => void) | undefined;
    const slow: MiniProgramFiles = {
      readFile: ({ success }) => (answer = () => success?.({ data: bytesOf(1) })),
    };
    const giveUp = createAbortSource();
    const progress: number[] = [];
    const loading = loaderOver(slow).load('raw.wasm', {
      signal: giveUp.signal,
      onProgress: (loaded) => progress.push(loaded),
    });
    await Promise.resolve();
    giveUp.abort('enough');
    await expect(loading).rejects.toMatchObject({ code: 'ABORTED', cause: 'enough' });
    answer?.();
    await Promise.resolve();
    expect(progress).toEqual([]);
  });

  it('have a path where one file holds all of it as the platform itself reads it', () => {
    const loader = loaderOver(filesystem({}));
    expect(['small.wasm', 'raw.wasm', 'big.bin'].map(loader.pathOf)).toEqual([
      '/e/small.wasm.br',
      '/e/raw.wasm',
      null,
    ]);
  });
});
