import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import type { ModelManifest } from '../ModelManifest.js';
import { loadAssets } from './loadAssets.js';

const contents: Readonly<Record<string, Uint8Array>> = { a: Uint8Array.of(1, 2, 3), b: Uint8Array.of(4) };
const card: ModelManifest['models']['detector'] = {
  topologyFile: 'a',
  weightsFile: 'b',
  inputShape: [],
  valueRange: [0, 1],
  licence: '',
  source: { package: '', version: '', file: '' },
  trainedOn: '',
  errorRates: [],
};
const manifest: ModelManifest = {
  version: 1,
  files: Object.fromEntries(
    Object.entries(contents).map(([name, bytes]) => [
      name,
      { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]),
  ),
  models: { detector: card, attention: card },
  wasm: { simd: 'a', plain: 'a' },
};

/** Sleeps until told; counts who waits. */
function fakeClock() {
  const waiting = new Set<() => void>();
  const clock: Clock = {
    nowMs: () => 0,
    sleep: (_ms, { signal } = {}) =>
      new Promise((resolve, reject) => {
        const wake = (): void => {
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
        signal?.addEventListener('abort', () => {
          waiting.delete(wake);
          reject(new Error('aborted'));
        });
      }),
  };
  return { clock, waiting };
}

const serve: AssetLoader = {
  load: (file, { onProgress } = {}) => {
    const bytes = contents[file]!;
    onProgress?.(1, bytes.length);
    return Promise.resolve(Uint8Array.from(bytes).buffer);
  },
};
const load = (assets: AssetLoader, options: Partial<Parameters<typeof loadAssets>[0]> = {}) => {
  const { clock, waiting } = fakeClock();
  const result = loadAssets({ assets, manifest, files: ['a', 'b'], clock, timeoutMs: 50, ...options });
  return { result, waiting };
};

describe('loadAssets', () => {
  it('brings all files, counts bytes, and leaves no timer', async () => {
    const fractions: number[] = [];
    const { result, waiting } = load(serve, { onProgress: (fraction) => fractions.push(fraction) });
    const files = await result;
    expect(new Uint8Array(files.get('a')!)).toEqual(contents['a']);
    expect(fractions[0]).toBe(0.25);
    expect(fractions[fractions.length - 1]).toBe(1);
    expect(waiting.size).toBe(0);
  });

  it('checks by the host where it can hash', async () => {
    const asked: number[] = [];
    const host: AssetLoader = {
      ...serve,
      sha256Hex: (bytes) => {
        asked.push(bytes.byteLength);
        return Promise.resolve(
          createHash('sha256').update(new Uint8Array(bytes)).digest('hex').toUpperCase(),
        );
      },
    };
    await load(host).result;
    expect(asked.sort()).toEqual([1, 3]);
  });

  it('names the file, what it got and what it expected', async () => {
    const short: AssetLoader = { load: (file) => Promise.resolve(new ArrayBuffer(file === 'b' ? 1 : 2)) };
    await expect(load(short).result).rejects.toMatchObject({
      code: 'MODEL_INTEGRITY_MISMATCH',
      message: expect.stringContaining('a: got 2 bytes, expected 3'),
    });
  });

  it('stops the other files when one fails', async () => {
    let stopped = false;
    const { result, waiting } = load({
      load: (file, { signal } = {}) => {
        if (file === 'a') return Promise.reject(new TypeError('offline'));
        return new Promise(() => signal?.addEventListener('abort', () => (stopped = true)));
      },
    });
    await expect(result).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    expect([stopped, waiting.size]).toEqual([true, 0]);
  });

  it('gives up when the time is over', async () => {
    const { result, waiting } = load({ load: () => new Promise(() => undefined) });
    for (const wake of Array.from(waiting)) wake();
    await expect(result).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
  });

  it('ends when aborted, also before it began, though the loader does not listen', async () => {
    const abort = new AbortController();
    const { result, waiting } = load({ load: () => new Promise(() => undefined) }, { signal: abort.signal });
    abort.abort();
    await expect(result).rejects.toMatchObject({ code: 'ABORTED' });
    expect(waiting.size).toBe(0);
    await expect(load(serve, { signal: abort.signal }).result).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('refuses a file that the manifest does not list', async () => {
    await expect(load(serve, { files: ['toString'] }).result).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
    });
  });
});
