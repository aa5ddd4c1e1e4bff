import { describe, expect, it } from '@jest/globals';
import { HuotiError, type BackendFallback } from '@huoti/protocol';
import { engine, tensor1d } from '@tensorflow/tfjs-core';
import { builtModels } from '../../../test/vision/engineUnderTest.js';
import type { BackendName } from './BackendName.js';
import type { FaceMesh } from './FaceMesh.js';
import { createMeshHost, type MeshHostOptions } from './meshHost.js';

const { manifest, assets } = await builtModels();
const wasmBytes = (backend: BackendName): Promise<ArrayBuffer> =>
  assets.load(backend === 'wasm' ? manifest.wasm.plain : manifest.wasm.simd);
const mesh: FaceMesh = {
  detectFaces: () => Promise.resolve([]),
  readLandmarks: () => Promise.resolve({ landmarks: null, presence: 0, nextRoi: null }),
  dispose: () => undefined,
};

function host(options: Partial<MeshHostOptions<FaceMesh>> = {}) {
  const fallbacks: BackendFallback[] = [];
  let nowMs = 0;
  const created = createMeshHost({
    backends: ['wasm-simd', 'wasm'],
    wasmBytes,
    openMesh: () => Promise.resolve(mesh),
    nowMs: () => nowMs,
    frameLimitMs: 1000,
    onFallback: (fallback) => fallbacks.push(fallback),
    ...options,
  });
  return { host: created, fallbacks, pass: (ms: number) => (nowMs += ms) };
}

describe('the watchdog', () => {
  it('judges a frame again on the next backend when the first one throws, and leaks nothing', async () => {
    const { host: watched, fallbacks } = host();
    await watched.open();
    let tries = 0;
    const result = await watched.run(() => {
      const made = tensor1d([1, 2, 3]);
      if (++tries === 1) throw new RangeError('memory access out of bounds');
      made.dispose();
      return Promise.resolve(watched.backend);
    });
    expect(result).toBe('wasm');
    expect(fallbacks).toEqual([{ from: 'wasm-simd', to: 'wasm', reason: 'memory access out of bounds' }]);
    await watched.dispose();
    expect(engine().state.numTensors).toBe(0);
  });

  it('leaves a backend that is too slow', async () => {
    const { host: watched, fallbacks, pass } = host();
    let tries = 0;
    await watched.run(() => {
      pass(++tries === 1 ? 1500 : 10);
      return Promise.resolve();
    });
    expect(fallbacks).toEqual([
      { from: 'wasm-simd', to: 'wasm', reason: 'a frame took 1500 ms, 1000 at most' },
    ]);
    await watched.dispose();
  });

  it('tries another backend for a result that is refused, and keeps it when there is none', async () => {
    const { host: watched, fallbacks } = host();
    let tries = 0;
    const result = await watched.run(() => Promise.resolve(++tries), { reject: () => 'no numbers' });
    expect([result, fallbacks.length]).toEqual([2, 1]);
    await watched.dispose();
  });

  it('says BACKEND_UNAVAILABLE when none is left, and again afterwards', async () => {
    const { host: watched } = host();
    const broken = (): Promise<never> => Promise.reject(new RangeError('unreachable'));
    await expect(watched.run(broken)).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    await expect(watched.run(() => Promise.resolve(1))).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
    });
    await watched.dispose();
  });

  it('does not take a typed error of the work for a broken backend', async () => {
    const { host: watched, fallbacks } = host();
    const aborted = new HuotiError('ABORTED', 'stop');
    await expect(watched.run(() => Promise.reject(aborted))).rejects.toBe(aborted);
    expect(fallbacks).toEqual([]);
    await watched.dispose();
  });

  it('falls back when the models do not open on a backend', async () => {
    let opens = 0;
    const { host: watched, fallbacks } = host({
      openMesh: () =>
        ++opens === 1 ? Promise.reject(new TypeError('kernel missing')) : Promise.resolve(mesh),
    });
    await watched.open();
    expect([watched.backend, fallbacks.length]).toEqual(['wasm', 1]);
    await watched.dispose();
  });

  it('lets a second user of a broken backend open its models again on the next one', async () => {
    const [a, b] = [host(), host()];
    await a.host.open();
    await b.host.open();
    let tries = 0;
    await a.host.run(() => (++tries === 1 ? Promise.reject(new RangeError('broken')) : Promise.resolve()));
    expect(await b.host.run(() => Promise.resolve(b.host.backend))).toBe('wasm');
    expect(b.fallbacks.map(({ to }) => to)).toEqual(['wasm']);
    await a.host.dispose();
    await b.host.dispose();
    expect(Object.keys(engine().registry)).toEqual([]);
  });
});
