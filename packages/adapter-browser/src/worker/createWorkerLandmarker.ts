import type { FaceLandmarker, Frame, ModelManifest } from '@huoti/core';
import type { BackendName } from '@huoti/core/vision/tfjs';
import { HuotiError, type EngineFacts } from '@huoti/protocol';
import { realmEnvironment } from '../environment/realmEnvironment.js';
import type { FetchEnvironment } from '../host/fetchBytes.js';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { withAbort } from '../host/withAbort.js';
import { createWorkerLink, type WorkerLike, type WorkerLink } from './createWorkerLink.js';
import type { FrameParcel } from './messages.js';

/** The engine itself gives up loading after 80 s; this is for a worker that no longer answers at all, in ms. */
const LOAD_TIMEOUT_MS = 85000;
/** The engine changes backend after 3 s for a frame, and opens the next; then the worker is taken for dead, in ms. */
const DETECT_TIMEOUT_MS = 15000;
/** How long a worker may take to free its memory before it is ended anyway, in ms. */
const DISPOSE_TIMEOUT_MS = 1000;

/** What {@link createWorkerLandmarker} takes. */
export interface WorkerLandmarkerOptions {
  /** Folder of the model and wasm files, of the page's own origin; relative to the page. @example '/huoti/' */
  assetsBaseUrl: string;
  /** `modelManifest` of `@huoti/models`. */
  manifest: ModelManifest;
  /**
   * Where `@huoti/adapter-browser/landmarkerWorker` is served from, of the page's own origin. It needs a policy of its
   * own with `script-src 'wasm-unsafe-eval'` where the server sends one with it.
   * @default `landmarkerWorker.js` in `assetsBaseUrl`
   */
  workerUrl?: string | URL;
  /** In place of `workerUrl`, for a bundler's own way of making workers. */
  createWorker?: () => WorkerLike;
  /** @default the engine's own order */
  backends?: readonly BackendName[];
  /** @default the page */
  environment?: Pick<FetchEnvironment, 'nowMs' | 'setTimer' | 'clearTimer' | 'baseUrl'>;
}

/** A landmarker whose work is done in a worker. */
export interface WorkerLandmarker extends FaceLandmarker {
  /** Why the worker itself is gone (it did not load, crashed, fell silent); `null` while it lives. */
  readonly lost: string | null;
}

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');

/**
 * Finds landmarks in a worker, so that the page stays smooth. The worker is started by `load` and ended by `dispose`.
 *
 * A frame's pixels are copied once, into memory that moves to the worker and back and is used again: the frame itself
 * stays readable meanwhile, for the quality gates and for another try should the worker die. Where the worker breaks,
 * every call is BACKEND_UNAVAILABLE (retryable) and {@link WorkerLandmarker.lost} says why.
 *
 * @example const landmarker = createWorkerLandmarker({ assetsBaseUrl: '/huoti/', manifest: modelManifest });
 */
export function createWorkerLandmarker({
  assetsBaseUrl,
  manifest,
  workerUrl,
  createWorker,
  backends,
  environment = realmEnvironment,
}: WorkerLandmarkerOptions): WorkerLandmarker {
  let link: WorkerLink | null = null;
  let facts: EngineFacts = { backend: 'none', fallbacks: [], models: {}, medianFrameMs: null };
  let loading: Promise<void> | null = null;
  let disposing: Promise<void> | null = null;
  let spare: ArrayBuffer | null = null;
  let busy = false;
  /** The worker's last piece of work, which goes on for a while after its caller has aborted. */
  let lastWork: Promise<unknown> = Promise.resolve();
  let loadId = 0;
  let onProgress: ((fraction: number) => void) | undefined;

  const startWorker = (): WorkerLike => {
    if (createWorker) return createWorker();
    const folder = assetsBaseUrl.endsWith('/') ? assetsBaseUrl : `${assetsBaseUrl}/`;
    const url = workerUrl ?? new URL('landmarkerWorker.js', new URL(folder, environment.baseUrl()));
    return new Worker(url);
  };

  const start = async (): Promise<void> => {
    try {
      link ??= createWorkerLink({
        createWorker: startWorker,
        environment,
        onProgress: (fraction) => onProgress?.(fraction),
        onFacts: (latest) => (facts = latest),
        onBuffer: (buffer) => (spare = buffer),
      });
    } catch (cause) {
      throw new HuotiError('BACKEND_UNAVAILABLE', 'this page may not start workers', {
        cause,
        retryable: true,
      });
    }
    await link.ready;
    const setUp = {
      assetsBaseUrl: new URL(assetsBaseUrl, environment.baseUrl()).href,
      manifest,
      ...(backends ? { backends } : {}),
      pageNowMs: environment.nowMs(),
    };
    await link.request((id) => ({ type: 'load', id, setUp }), {
      timeoutMs: LOAD_TIMEOUT_MS,
      onId: (id) => (loadId = id),
    });
  };

  /** The pixels in memory that may leave. */
  const parcel = ({
    data,
    widthPx,
    heightPx,
    rotationDegrees,
    mirrored,
    timestampMs,
  }: Frame): FrameParcel => {
    const buffer = spare?.byteLength === data.length ? spare : new ArrayBuffer(data.length);
    spare = null;
    new Uint8ClampedArray(buffer).set(data);
    return { buffer, widthPx, heightPx, rotationDegrees, mirrored, timestampMs };
  };

  return {
    specificationVersion: 'v1',
    get lost() {
      return link?.lost ?? null;
    },
    async load({ signal, onProgress: progress } = {}) {
      if (disposing) throw disposed();
      throwIfAborted(signal);
      onProgress = progress ?? onProgress;
      if (!loading) {
        loading = start();
        loading.catch(() => {
          loading = null;
        });
      }
      try {
        await withAbort(loading, signal);
      } catch (error) {
        if (signal?.aborted) link?.tell({ type: 'abort', id: loadId });
        throw error;
      }
    },
    async detect(frame, { signal } = {}) {
      if (disposing) throw disposed();
      throwIfAborted(signal);
      if (!link || !loading)
        throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
      if (busy)
        throw new HuotiError('BUSY', 'one detect() at a time: await the last one', { retryable: true });
      busy = true;
      try {
        await withAbort(lastWork, signal);
        let sentId = 0;
        const sent = parcel(frame);
        const work = link.request((id) => ({ type: 'detect', id, frame: sent }), {
          timeoutMs: DETECT_TIMEOUT_MS,
          transfer: [sent.buffer],
          onId: (id) => (sentId = id),
        });
        lastWork = work.catch(() => undefined);
        try {
          return (await withAbort(work, signal)).observations;
        } catch (error) {
          if (signal?.aborted) link.tell({ type: 'abort', id: sentId });
          throw error;
        }
      } finally {
        busy = false;
      }
    },
    reset: () => link?.tell({ type: 'reset' }),
    engineFacts: () => facts,
    dispose() {
      disposing ??= (async () => {
        const ending = link;
        if (ending && ending.lost === null) {
          const asked = ending.request((id) => ({ type: 'dispose', id }), { timeoutMs: DISPOSE_TIMEOUT_MS });
          await asked.catch(() => undefined);
        }
        ending?.end(disposed());
        if (spare) new Uint8Array(spare).fill(0);
        spare = null;
      })();
      return disposing;
    },
  };
}
