import { describe, expect, it } from '@jest/globals';
import type { ModelManifest } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { createFakeLandmarker, greyFrame, observation } from '../../test/support/fakeLandmarker.js';
import { FakeWorker } from '../../test/support/fakeWorker.js';
import { createBrowserLandmarker } from './createBrowserLandmarker.js';
import { createWorkerLandmarker } from './createWorkerLandmarker.js';

const manifest = { version: 1, files: {} } as ModelManifest;

/** Timers that are counted: what is left of them would keep a page awake. */
const countingTimers = () => {
  const running = new Set<ReturnType<typeof setTimeout>>();
  const handles: ReturnType<typeof setTimeout>[] = [];
  return {
    running,
    environment: {
      nowMs: () => performance.now(),
      baseUrl: () => 'https://bank.test/',
      setTimer: (callback: () => void, delayMs: number) => {
        const timer = setTimeout(() => {
          running.delete(timer);
          callback();
        }, delayMs);
        running.add(timer);
        return handles.push(timer) - 1;
      },
      clearTimer: (handle: number) => {
        const timer = handles[handle];
        if (timer) running.delete(timer);
        clearTimeout(timer);
      },
    },
  };
};

const setUp = ({ starts = true } = {}) => {
  const inner = createFakeLandmarker('wasm-simd');
  const onPage = createFakeLandmarker('wasm');
  const workers: FakeWorker[] = [];
  const { running, environment } = countingTimers();
  const options = {
    assetsBaseUrl: '/huoti/',
    manifest,
    environment,
    createWorker: () => {
      const worker = new FakeWorker(() => inner, { starts });
      workers.push(worker);
      return worker;
    },
    createMainThreadLandmarker: async () => onPage,
  };
  return { inner, onPage, workers, running, options };
};

describe('createWorkerLandmarker', () => {
  it('starts no worker before load, and ends it at dispose', async () => {
    const { inner, workers, running, options } = setUp();
    const landmarker = createWorkerLandmarker(options);
    expect(workers.length).toBe(0);
    const progress: number[] = [];
    await landmarker.load({ onProgress: (fraction) => progress.push(fraction) });
    expect(progress).toEqual([1]);
    await landmarker.dispose();
    await landmarker.dispose();
    expect([workers[0]?.terminated, workers[0]?.listenerCount, running.size]).toEqual([true, 0, 0]);
    expect(inner.calls).toEqual(['load', 'dispose']);
    await expect(landmarker.detect(greyFrame())).rejects.toMatchObject({ code: 'DISPOSED' });
  });

  it('gives what the engine saw, and leaves the frame readable', async () => {
    const { options } = setUp();
    const landmarker = createWorkerLandmarker(options);
    await landmarker.load();
    const frame = greyFrame(42);
    expect(await landmarker.detect(frame)).toEqual([observation(frame)]);
    expect([frame.data.length, frame.data[0]]).toEqual([16, 200]);
    expect(landmarker.engineFacts()).toMatchObject({ backend: 'wasm-simd', models: { detector: 'abc' } });
    await landmarker.dispose();
  });

  it('sends the same memory again', async () => {
    const { options } = setUp();
    const landmarker = createWorkerLandmarker(options);
    await landmarker.load();
    const made = globalThis.ArrayBuffer;
    let count = 0;
    const Counting = new Proxy(made, {
      construct: (target, args: [number]) => {
        count += 1;
        return Reflect.construct(target, args) as ArrayBuffer;
      },
    });
    globalThis.ArrayBuffer = Counting;
    try {
      for (let index = 0; index < 4; index += 1) await landmarker.detect(greyFrame(index));
    } finally {
      globalThis.ArrayBuffer = made;
    }
    expect(count).toBe(1);
    await landmarker.dispose();
  });

  it('an error keeps its code, message and retryability on the way', async () => {
    const { inner, options } = setUp();
    inner.before.load = () =>
      Promise.reject(new HuotiError('MODEL_LOAD_FAILED', 'model.bin: offline', { retryable: true }));
    const landmarker = createWorkerLandmarker(options);
    await expect(landmarker.load()).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
      message: 'model.bin: offline',
      retryable: true,
    });
    delete inner.before.load;
    await landmarker.load();
    await landmarker.dispose();
  });

  it('an aborted detect is ABORTED at once, and the next one waits its turn', async () => {
    const { inner, options } = setUp();
    const landmarker = createWorkerLandmarker(options);
    await landmarker.load();
    let release = (): void => undefined;
    inner.before.detect = () => new Promise((resolve) => (release = resolve));
    const control = new AbortController();
    const first = landmarker.detect(greyFrame(1), { signal: control.signal });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await expect(landmarker.detect(greyFrame(2))).rejects.toMatchObject({ code: 'BUSY' });
    control.abort();
    await expect(first).rejects.toMatchObject({ code: 'ABORTED' });
    delete inner.before.detect;
    const second = landmarker.detect(greyFrame(3));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(inner.calls.filter((call) => call === 'detect').length).toBe(1);
    release();
    expect((await second)[0]?.timestampMs).toBe(3);
    await landmarker.dispose();
  });

  it('a crash is BACKEND_UNAVAILABLE for the frame under way and for those after it', async () => {
    const { inner, workers, running, options } = setUp();
    const landmarker = createWorkerLandmarker(options);
    await landmarker.load();
    inner.before.detect = () => new Promise(() => undefined);
    const pending = landmarker.detect(greyFrame());
    await new Promise((resolve) => setTimeout(resolve, 10));
    workers[0]?.crash();
    await expect(pending).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE', retryable: true });
    await expect(landmarker.detect(greyFrame())).rejects.toMatchObject({ code: 'BACKEND_UNAVAILABLE' });
    expect(landmarker.lost).not.toBeNull();
    expect([workers[0]?.terminated, running.size]).toEqual([true, 0]);
    await landmarker.dispose();
  });
});

describe('createBrowserLandmarker', () => {
  it('uses the worker where it can, and touches nothing else', async () => {
    const { onPage, options } = setUp();
    const landmarker = createBrowserLandmarker(options);
    await landmarker.load();
    expect((await landmarker.detect(greyFrame())).length).toBe(1);
    expect(landmarker.engineFacts()).toMatchObject({ backend: 'wasm-simd', fallbacks: [] });
    await landmarker.dispose();
    expect(onPage.calls).toEqual([]);
  });

  it("a worker that does not start is replaced by the page's own thread, which is recorded", async () => {
    const { onPage, running, options } = setUp({ starts: false });
    const landmarker = createBrowserLandmarker(options);
    await landmarker.load();
    expect((await landmarker.detect(greyFrame())).length).toBe(1);
    expect(landmarker.engineFacts().fallbacks).toEqual([
      { from: 'worker', to: 'main-thread', reason: expect.stringContaining('the worker stopped') },
    ]);
    await landmarker.dispose();
    expect([onPage.calls, running.size]).toEqual([['load', 'detect', 'dispose'], 0]);
  });

  it('a worker that dies in mid-session loses no frame', async () => {
    const { inner, onPage, workers, options } = setUp();
    const landmarker = createBrowserLandmarker(options);
    await landmarker.load();
    inner.before.detect = () => new Promise(() => undefined);
    const pending = landmarker.detect(greyFrame(7));
    await new Promise((resolve) => setTimeout(resolve, 10));
    workers[0]?.crash();
    expect((await pending)[0]?.timestampMs).toBe(7);
    expect((await landmarker.detect(greyFrame(8)))[0]?.timestampMs).toBe(8);
    expect(onPage.calls).toEqual(['load', 'detect', 'detect']);
    expect(landmarker.engineFacts().fallbacks.length).toBe(1);
    await landmarker.dispose();
  });

  it('a policy that forbids wasm in the worker alone is tried around, a model that does not load is not', async () => {
    const { inner, onPage, options } = setUp();
    inner.before.load = () => Promise.reject(new HuotiError('CSP_BLOCKED', 'made for the test'));
    const landmarker = createBrowserLandmarker(options);
    await landmarker.load();
    expect(onPage.calls).toEqual(['load']);
    await landmarker.dispose();

    const other = setUp();
    other.inner.before.load = () =>
      Promise.reject(new HuotiError('MODEL_INTEGRITY_MISMATCH', 'made for the test'));
    const strict = createBrowserLandmarker(other.options);
    await expect(strict.load()).rejects.toMatchObject({ code: 'MODEL_INTEGRITY_MISMATCH' });
    expect(other.onPage.calls).toEqual([]);
    await strict.dispose();
  });

  it('on request it starts no worker at all', async () => {
    const { workers, onPage, options } = setUp();
    const landmarker = createBrowserLandmarker({ ...options, mainThread: true });
    await landmarker.load();
    expect([workers.length, onPage.calls, landmarker.engineFacts().fallbacks]).toEqual([0, ['load'], []]);
    await landmarker.dispose();
  });
});
