import {
  abortedError,
  assertFrame,
  type Clock,
  type FaceLandmarker,
  type FaceObservation,
  type Frame,
  type LandmarkerLoadOptions,
  type ModelManifest,
} from '@huoti/core';
import { HuotiError, type EngineFacts } from '@huoti/protocol';
import type { PackageAssets } from '../engine/PackageAssets.js';
import { PROBE_FILES } from '../engine/probeFiles.js';
import { withAbort } from '../host/withAbort.js';
import type { MiniProgramWorker } from '../platform/MiniProgramApi.js';
import { createWorkerLink, type WorkerLink } from './createWorkerLink.js';
import { packError } from './errorParcel.js';
import type { FrameParcel, ObservationParcel, WorkerSetUp } from './messages.js';
import { noEngineFacts } from './noEngineFacts.js';

/** The engine itself gives up loading after 80 s; this is for a worker that no longer answers at all, in ms. */
const LOAD_TIMEOUT_MS = 85000;
/** The engine changes backend after 3 s for a frame, and opens the next; then the worker is taken for dead, in ms. */
const DETECT_TIMEOUT_MS = 15000;
/** How long a worker may take to free its memory before it is ended anyway, in ms. */
const DISPOSE_TIMEOUT_MS = 1000;

/** What {@link createWorkerLandmarker} takes. */
export interface WorkerLandmarkerOptions {
  /** Its package fetched first, where it has one. What it throws is the cause of BACKEND_UNAVAILABLE. */
  openWorker(): Promise<MiniProgramWorker>;
  /** Read on this thread and handed over: a worker has no file system. */
  assets: PackageAssets;
  manifest: ModelManifest;
  clock: Clock;
}

/** A landmarker whose work is done in a mini-program's worker. */
export interface WorkerLandmarker extends FaceLandmarker {
  /** Why the worker itself is gone (it did not start, was killed, fell silent); `null` while it lives. */
  readonly lost: string | null;
}

/**
 * Finds landmarks in a worker. It is started by `load` and ended by `dispose`, since a mini-program may have one. Frames are posted,
 * which copies them: the page judges the light and the sharpness of the very same pixels, so the worker does not fetch its own
 * (`getCameraFrameData` gives whatever picture is newest). Where the worker is killed, every call is BACKEND_UNAVAILABLE
 * (retryable); the next session makes a new one.
 */
export function createWorkerLandmarker({
  openWorker,
  assets,
  manifest,
  clock,
}: WorkerLandmarkerOptions): WorkerLandmarker {
  let link: WorkerLink | null = null;
  let facts: EngineFacts = noEngineFacts;
  let loading: Promise<void> | null = null;
  let loaded = false;
  let disposing: Promise<void> | null = null;
  let busy = false;
  /** The worker's last piece of work, which goes on for a while after its caller has aborted. */
  let lastWork: Promise<unknown> = Promise.resolve();
  let loadId = 0;
  let onProgress: ((fraction: number) => void) | undefined;

  const hand = (file: string, id: number): void => {
    assets.load(file).then(
      (bytes) => link?.tell({ type: 'file', id, bytes }),
      (error: unknown) => link?.tell({ type: 'no-file', id, error: packError(error) }),
    );
  };
  const open = async (): Promise<WorkerLink> => {
    const worker = await openWorker().catch((cause: unknown) => {
      throw new HuotiError('BACKEND_UNAVAILABLE', 'this mini-program could not start a worker', {
        cause,
        retryable: true,
      });
    });
    if (disposing) {
      worker.terminate();
      throw disposed();
    }
    return createWorkerLink({
      worker,
      clock,
      onProgress: (fraction) => onProgress?.(fraction),
      onFacts: (latest) => (facts = latest),
      onNeed: hand,
    });
  };
  const start = async (): Promise<void> => {
    if (!link || link.lost !== null) link = await open();
    await link.ready;
    const setUp = { manifest, paths: pathsOf(assets, manifest), nowMs: clock.nowMs() };
    await link.request((id) => ({ type: 'load', id, setUp }), {
      timeoutMs: LOAD_TIMEOUT_MS,
      onId: (id) => (loadId = id),
    });
    loaded = true;
  };

  return {
    specificationVersion: 'v1',
    get lost() {
      return link?.lost ?? null;
    },
    load: async ({ signal, onProgress: progress }: LandmarkerLoadOptions = {}) => {
      if (disposing) throw disposed();
      if (signal?.aborted) throw abortedError(signal);
      onProgress = progress ?? onProgress;
      if (!loading) {
        loading = start();
        loading.catch(() => (loading = null));
      }
      try {
        await withAbort(loading, signal);
      } catch (error) {
        if (signal?.aborted) link?.tell({ type: 'abort', id: loadId });
        throw error;
      }
    },
    detect: async (frame, { signal } = {}) => {
      if (disposing) throw disposed();
      assertFrame(frame);
      if (signal?.aborted) throw abortedError(signal);
      if (!link || !loaded)
        throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
      if (busy)
        throw new HuotiError('BUSY', 'one detect() at a time: await the last one', { retryable: true });
      busy = true;
      try {
        await withAbort(lastWork, signal);
        let sentId = 0;
        const work = link.request((id) => ({ type: 'detect', id, frame: parcelOf(frame) }), {
          timeoutMs: DETECT_TIMEOUT_MS,
          onId: (id) => (sentId = id),
        });
        lastWork = work.catch(() => undefined);
        try {
          return (await withAbort(work, signal)).map(observationOf);
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
    dispose: () => {
      disposing ??= (async () => {
        const ending = link;
        if (ending && ending.lost === null) {
          const asked = ending.request((id) => ({ type: 'dispose', id }), { timeoutMs: DISPOSE_TIMEOUT_MS });
          await asked.catch(() => undefined);
        }
        ending?.end(disposed());
      })();
      return disposing;
    },
  };
}

function pathsOf(assets: PackageAssets, { wasm }: ModelManifest): WorkerSetUp['paths'] {
  const paths: Record<string, string> = {};
  for (const file of [wasm.simd, wasm.plain, PROBE_FILES.simd, PROBE_FILES.plain]) {
    const path = assets.pathOf(file);
    if (path !== null) paths[file] = path;
  }
  return paths;
}

/** The pixels as memory of their own, copied only where they are a part of a larger piece. */
function parcelOf({ data, widthPx, heightPx, rotationDegrees, mirrored, timestampMs }: Frame): FrameParcel {
  const whole = data.byteOffset === 0 && data.byteLength === data.buffer.byteLength;
  const buffer = (whole ? data : data.slice()).buffer as ArrayBuffer;
  return { buffer, widthPx, heightPx, rotationDegrees, mirrored, timestampMs };
}

const observationOf = ({ landmarks, ...rest }: ObservationParcel): FaceObservation => ({
  ...rest,
  landmarks: new Float32Array(landmarks),
});

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');
