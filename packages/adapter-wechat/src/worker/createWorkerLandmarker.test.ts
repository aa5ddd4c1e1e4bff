import { createAbortSource, type FaceLandmarker, type Frame } from '@huoti/core';
import {
  createFakeLandmarker,
  createManualClock,
  createSubject,
  type FakeLandmarkerOptions,
  type ManualClock,
} from '@huoti/core/testing';
import { modelManifest } from '@huoti/models';
import { HuotiError } from '@huoti/protocol';
import { describe, expect, it } from '@jest/globals';
import type { PackageAssets } from '../engine/PackageAssets.js';
import type { MiniProgramWorker } from '../platform/MiniProgramApi.js';
import { createWorkerLandmarker, type WorkerLandmarker } from './createWorkerLandmarker.js';
import type { FromWorker, ToWorker } from './messages.js';
import { serveLandmarker } from './serveLandmarker.js';

/** Copies as a mini-program does: plain memory and data survive, nothing else. */
const copied = <T>(value: T): T => structuredClone(value);

interface Stage {
  landmarker: WorkerLandmarker;
  clock: ManualClock;
  sent: ToWorker['type'][];
  terminated(): number;
  kill(): void;
}

interface StageOptions extends FakeLandmarkerOptions {
  /** The worker's own landmarker, told where its files come from. */
  create?: (assets: PackageAssets) => FaceLandmarker;
  /** Messages that the worker never sees. */
  lose?: (message: ToWorker) => boolean;
  startFails?: boolean;
}

/** Both halves, with a thread's worth of distance between them. */
function stage({ create, lose = () => false, startFails = false, ...fake }: StageOptions = {}): Stage {
  const clock = createManualClock();
  const sent: ToWorker['type'][] = [];
  let terminated = 0;
  let kill: () => void = () => undefined;
  const openWorker = async (): Promise<MiniProgramWorker> => {
    if (startFails) throw new Error('createWorker:fail max worker count');
    const listeners: ((message: unknown) => void)[] = [];
    const toPage = (message: FromWorker): void => {
      const copy = copied(message);
      void Promise.resolve().then(() => listeners.forEach((listener) => listener(copy)));
    };
    const receive = serveLandmarker({
      send: toPage,
      createLandmarker: (_setUp, assets) => create?.(assets) ?? createFakeLandmarker(fake),
    });
    return {
      postMessage: (message) => {
        const copy = copied(message as ToWorker);
        sent.push(copy.type);
        if (!lose(copy)) void Promise.resolve().then(() => receive(copy));
      },
      onMessage: (listener) => void listeners.push(listener),
      onProcessKilled: (listener) => (kill = listener),
      terminate: () => (terminated += 1),
    };
  };
  const assets: PackageAssets = {
    pathOf: (file) => (file.endsWith('.wasm') ? `/e/${file}.br` : null),
    load: (file) =>
      file === 'absent'
        ? Promise.reject(new HuotiError('MODEL_LOAD_FAILED', 'absent is not there', { retryable: true }))
        : Promise.resolve(Uint8Array.from([file.length]).buffer),
  };
  const landmarker = createWorkerLandmarker({ openWorker, assets, manifest: modelManifest, clock });
  return { landmarker, clock, sent, terminated: () => terminated, kill: () => kill() };
}

const frame = (timestampMs = 0): Frame => ({
  data: new Uint8ClampedArray(16 * 16 * 4),
  widthPx: 16,
  heightPx: 16,
  rotationDegrees: 90,
  mirrored: true,
  timestampMs,
  close: () => undefined,
});
const turns = async (count = 20): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('the engine in a worker', () => {
  it('gives what the landmarker there saw, number by number', async () => {
    const seen = createSubject({ seed: 4 }).observe(100);
    let got: Frame | undefined;
    const { landmarker } = stage({
      detect: (one) => {
        got = one;
        return [seen, { ...seen, landmarks: new Float32Array(0) }];
      },
    });
    await landmarker.load();
    const sent = frame(77);
    sent.data[5] = 9;
    const faces = await landmarker.detect(sent);
    expect(faces).toEqual([seen, { ...seen, landmarks: new Float32Array(0) }]);
    expect(got).toMatchObject({ widthPx: 16, rotationDegrees: 90, mirrored: true, timestampMs: 77 });
    expect([...(got?.data ?? [])]).toEqual([...sent.data]);
  });

  it('asks the page for package files, and gets its errors with their code', async () => {
    const lengths: number[] = [];
    const { landmarker } = stage({
      create: (assets) =>
        createFakeLandmarker({
          load: async () => {
            expect(assets.pathOf(modelManifest.wasm.simd)).toBe(`/e/${modelManifest.wasm.simd}.br`);
            lengths.push(new Uint8Array(await assets.load('abc'))[0] ?? 0);
            await assets.load('absent');
          },
        }),
    });
    await expect(landmarker.load()).rejects.toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    expect(lengths).toEqual([3]);
  });

  it('passes progress on', async () => {
    const fractions: number[] = [];
    const { landmarker } = stage({
      load: async ({ onProgress }) => {
        onProgress?.(0.5);
      },
    });
    await landmarker.load({ onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions).toEqual([0.5, 1]);
  });

  it('ends with BACKEND_UNAVAILABLE, retryable, when the platform kills it', async () => {
    const { landmarker, kill, clock, terminated } = stage({ detect: () => new Promise(() => undefined) });
    await landmarker.load();
    const detecting = landmarker.detect(frame());
    await turns();
    kill();
    await expect(detecting).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
    expect(landmarker.lost).toBe('the platform ended it');
    await expect(landmarker.detect(frame())).rejects.toMatchObject({ retryable: true });
    expect([terminated(), clock.sleeperCount]).toEqual([1, 0]);
  });

  it.each<[string, ToWorker['type'], number]>([
    ['starts', 'hello', 10000],
    ['loads', 'load', 85000],
    ['judges a frame', 'detect', 15000],
  ])('that falls silent while it %s is ended after a while', async (_when, type, limitMs) => {
    const { landmarker, clock, terminated } = stage({
      detect: () => [],
      lose: (message) => message.type === type,
    });
    const work = (async () => {
      await landmarker.load();
      await landmarker.detect(frame());
    })();
    await turns(60);
    clock.advanceBy(limitMs - 1);
    await turns();
    expect(terminated()).toBe(0);
    clock.advanceBy(1);
    await expect(work).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
    expect([terminated(), clock.sleeperCount]).toEqual([1, 0]);
  });

  it('that does not start is BACKEND_UNAVAILABLE', async () => {
    const { landmarker } = stage({ startFails: true });
    await expect(landmarker.load()).rejects.toMatchObject({
      code: 'BACKEND_UNAVAILABLE',
      retryable: true,
      cause: expect.objectContaining({ message: expect.stringContaining('max worker count') }),
    });
    await landmarker.dispose();
  });

  it('is told when a frame is given up, and takes the next when it is done', async () => {
    const answers: (() => void)[] = [];
    const { landmarker, sent } = stage({
      detect: () => new Promise((resolve) => answers.push(() => resolve([]))),
    });
    await landmarker.load();
    const giveUp = createAbortSource();
    const first = landmarker.detect(frame(), { signal: giveUp.signal });
    await expect(landmarker.detect(frame())).rejects.toMatchObject({ code: 'BUSY' });
    await turns();
    giveUp.abort('enough');
    await expect(first).rejects.toMatchObject({ code: 'ABORTED' });
    const second = landmarker.detect(frame(40));
    await turns();
    expect(sent.filter((type) => type === 'detect' || type === 'abort')).toEqual([
      'detect',
      'abort',
      'detect',
    ]);
    answers.forEach((answer) => answer());
    await expect(second).resolves.toEqual([]);
  });

  it('is disposed of in the worker, then ended, and nothing is left waiting', async () => {
    const disposed: number[] = [];
    const { landmarker, clock, terminated } = stage({
      create: () => {
        const inner = createFakeLandmarker({ detect: () => [] });
        return { ...inner, dispose: async () => void disposed.push(1) };
      },
    });
    await landmarker.load();
    await Promise.all([landmarker.dispose(), landmarker.dispose()]);
    expect([disposed.length, terminated(), clock.sleeperCount]).toEqual([1, 1, 0]);
    await expect(landmarker.detect(frame())).rejects.toMatchObject({ code: 'DISPOSED' });
    await expect(landmarker.load()).rejects.toMatchObject({ code: 'DISPOSED' });
  });

  it('that does not answer its end is ended after a second', async () => {
    const { landmarker, clock, terminated } = stage({ lose: ({ type }) => type === 'dispose' });
    await landmarker.load();
    const disposing = landmarker.dispose();
    await turns();
    clock.advanceBy(1000);
    await disposing;
    expect(terminated()).toBe(1);
  });
});
