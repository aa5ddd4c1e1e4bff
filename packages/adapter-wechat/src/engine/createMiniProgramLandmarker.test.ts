import { createManualClock } from '@huoti/core/testing';
import { modelManifest } from '@huoti/models';
import { describe, expect, it } from '@jest/globals';
import type { MiniProgramWorker } from '../platform/MiniProgramApi.js';
import {
  createMiniProgramLandmarker,
  type MiniProgramLandmarkerOptions,
} from './createMiniProgramLandmarker.js';

/** An iPhone whose worker cannot be had, and a page's thread without wasm: what is left is the reason. */
const options = (rest: Partial<MiniProgramLandmarkerOptions> = {}): MiniProgramLandmarkerOptions => ({
  api: {
    getFileSystemManager: () => ({ readFile: ({ fail }) => fail?.({ errMsg: 'no such file' }) }),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.7.0' }),
    createWorker: () => {
      throw new Error('createWorker:fail');
    },
  },
  wasm: null,
  profile: { readsBrotli: true },
  manifest: modelManifest,
  clock: createManualClock(),
  ...rest,
});

describe('the landmarker of a mini-program', () => {
  it('leaves a worker that does not start, says so, and gives the last reason', async () => {
    const warnings: string[] = [];
    const landmarker = createMiniProgramLandmarker(
      options({ logger: { debug: () => undefined, warn: (message) => warnings.push(message) } }),
    );
    const loading = landmarker.load();
    await expect(loading).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: false });
    await expect(loading).rejects.toThrow('this platform has no WebAssembly');
    expect(landmarker.engineFacts().fallbacks).toEqual([
      { from: 'worker', to: 'main-thread', reason: 'this mini-program could not start a worker' },
    ]);
    expect(warnings).toEqual(['the worker is given up']);
    await landmarker.dispose();
  });

  it('asks for the script at its place, for the experimental worker', async () => {
    const asked: unknown[] = [];
    const createWorker = (...args: unknown[]): MiniProgramWorker => {
      asked.push(args);
      throw new Error('enough');
    };
    const landmarker = createMiniProgramLandmarker(options({ api: { ...options().api, createWorker } }));
    await expect(landmarker.load()).rejects.toThrow('no WebAssembly');
    expect(asked).toEqual([['workers/huotiWorker.js', { useExperimentalWorker: true }]]);
  });

  it('starts no worker where none is wanted', async () => {
    const landmarker = createMiniProgramLandmarker(options({ worker: 'never' }));
    await expect(landmarker.load()).rejects.toThrow('no WebAssembly');
    expect(landmarker.engineFacts()).toMatchObject({ backend: 'none', fallbacks: [] });
  });

  it('takes an absent subpackage for one that may come, not for a device without wasm', async () => {
    const wasm = { instantiate: () => Promise.reject(new Error('unused')), Memory: Object, Table: Object };
    const landmarker = createMiniProgramLandmarker(options({ wasm, worker: 'never' }));
    await expect(landmarker.load()).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
  });

  it('cannot be loaded any more when it is disposed of while it changes threads', async () => {
    const landmarker = createMiniProgramLandmarker(options());
    const loading = landmarker.load();
    await landmarker.dispose();
    await expect(loading).rejects.toMatchObject({
      code: expect.stringMatching(/^(DISPOSED|BACKEND_UNAVAILABLE)$/),
    });
    await expect(landmarker.load()).rejects.toMatchObject({ code: 'DISPOSED' });
  });
});
