import type { Clock, FaceLandmarker, LandmarkerLoadOptions, Logger } from '@huoti/core';
import { HuotiError, isHuotiError, type BackendFallback, type ErrorCode } from '@huoti/protocol';
import { createBrowserAssetLoader } from '../host/createBrowserAssetLoader.js';
import { createBrowserClock } from '../host/createBrowserClock.js';
import {
  createWorkerLandmarker,
  type WorkerLandmarker,
  type WorkerLandmarkerOptions,
} from './createWorkerLandmarker.js';

/** What {@link createBrowserLandmarker} takes. */
export interface BrowserLandmarkerOptions extends WorkerLandmarkerOptions {
  /** @default the page's clock */
  clock?: Clock;
  logger?: Logger;
  /** Judges on the page's own thread from the start. @default false */
  mainThread?: boolean;
  /** How the page's own thread does it. @default the engine, fetched when it is needed */
  createMainThreadLandmarker?: () => Promise<FaceLandmarker>;
}

/** Failures that belong to the worker, which the page's own thread may not have: its policy, its engine, its life. */
const WORKER_CODES: readonly ErrorCode[] = ['BACKEND_UNAVAILABLE', 'CSP_BLOCKED'];

/**
 * Finds landmarks in a worker where the page can have one, else on the page's own thread; changes over once where the
 * worker fails to start or dies, does the same frame again, and says so in `engineFacts().fallbacks`.
 *
 * @example
 * const landmarker = createBrowserLandmarker({ assetsBaseUrl: '/huoti/', manifest: modelManifest });
 */
export function createBrowserLandmarker(options: BrowserLandmarkerOptions): FaceLandmarker {
  const {
    assetsBaseUrl,
    manifest,
    backends,
    logger,
    clock = createBrowserClock(),
    mainThread = false,
  } = options;
  const fallbacks: BackendFallback[] = [];
  const worker: WorkerLandmarker | null = mainThread ? null : createWorkerLandmarker(options);
  let current: FaceLandmarker | null = worker;
  let changing: Promise<FaceLandmarker> | null = null;
  let disposing: Promise<void> | null = null;

  const createOnMainThread =
    options.createMainThreadLandmarker ??
    (async () => {
      const { createTfjsLandmarker } = await import('@huoti/core/vision/tfjs');
      return createTfjsLandmarker({
        assets: createBrowserAssetLoader({ baseUrl: assetsBaseUrl }),
        manifest,
        clock,
        logger,
        ...(backends ? { backends } : {}),
      });
    });

  const change = async (load: LandmarkerLoadOptions): Promise<FaceLandmarker> => {
    await worker?.dispose();
    const next = await createOnMainThread();
    if (disposing) {
      await next.dispose();
      throw new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');
    }
    current = next;
    await next.load(load);
    return next;
  };
  /** Leaves the worker for good; every caller waits for the one change. */
  const leaveWorker = (reason: string, load: LandmarkerLoadOptions): Promise<FaceLandmarker> => {
    if (!changing) {
      const fallback = { from: 'worker', to: 'main-thread', reason };
      fallbacks.push(fallback);
      logger?.warn('the worker is given up', fallback);
      changing = change(load);
    }
    return changing;
  };
  const isWorkers = (error: unknown): error is HuotiError =>
    current === worker && isHuotiError(error) && WORKER_CODES.includes(error.code);

  return {
    specificationVersion: 'v1',
    async load(load = {}) {
      if (!current) {
        changing ??= change(load);
        await changing;
        return;
      }
      try {
        await current.load(load);
      } catch (error) {
        if (disposing || !isWorkers(error)) throw error;
        await leaveWorker(error.message, load);
      }
    },
    async detect(frame, detect = {}) {
      if (!current) throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
      try {
        return await current.detect(frame, detect);
      } catch (error) {
        // A worker that lives and answers is believed; only one that is gone is replaced in mid-session.
        if (disposing || worker === null || current !== worker || worker.lost === null) throw error;
        const next = await leaveWorker(worker.lost, { signal: detect.signal });
        return next.detect(frame, detect);
      }
    },
    reset: () => current?.reset(),
    engineFacts() {
      const facts = current?.engineFacts();
      return {
        backend: facts?.backend ?? 'none',
        fallbacks: [...fallbacks, ...(facts?.fallbacks ?? [])],
        models: facts?.models ?? {},
        medianFrameMs: null,
      };
    },
    dispose() {
      disposing ??= (async () => {
        await worker?.dispose();
        if (current !== worker) await current?.dispose();
        await changing?.catch(() => undefined);
      })();
      return disposing;
    },
  };
}
