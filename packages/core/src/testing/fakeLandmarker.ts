import { HuotiError, type EngineFacts } from '@huoti/protocol';
import type { Frame } from '../frame/Frame.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { FaceLandmarker, LandmarkerLoadOptions } from '../vision/FaceLandmarker.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { abortedError } from '../host/abortedError.js';
import { abortable } from './abortable.js';

/** What {@link createFakeLandmarker} takes. */
export interface FakeLandmarkerOptions {
  /** What is seen in a frame. Left out, `detect` throws: a test says what it needs. */
  detect?: (frame: Frame) => readonly FaceObservation[] | Promise<readonly FaceObservation[]>;
  /** @default resolves at once */
  load?: (options: LandmarkerLoadOptions) => Promise<void>;
}

/** A landmarker without a model. It counts what was asked of it. */
export interface FakeLandmarker extends FaceLandmarker {
  readonly loadCount: number;
  readonly detectCount: number;
  readonly disposeCount: number;
  /** Adds a fallback to the engine facts, as a watchdog does. */
  fallBack(reason: string): void;
}

/** The promise's outcome, or ABORTED when the signal is first. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignalLike | undefined): Promise<T> =>
  abortable<T>(
    signal,
    () => undefined,
    (resolve, reject) => {
      work.then(resolve, reject);
      return () => undefined;
    },
  );

/** A landmarker for tests of whatever uses one. */
export function createFakeLandmarker({ detect, load }: FakeLandmarkerOptions = {}): FakeLandmarker {
  let loadCount = 0;
  let detectCount = 0;
  let disposeCount = 0;
  const fallbacks: EngineFacts['fallbacks'][number][] = [];
  return {
    specificationVersion: 'v1',
    get loadCount() {
      return loadCount;
    },
    get detectCount() {
      return detectCount;
    },
    get disposeCount() {
      return disposeCount;
    },
    async load(options = {}) {
      loadCount += 1;
      if (options.signal?.aborted) throw abortedError(options.signal);
      if (load) await orAborted(load(options), options.signal);
      options.onProgress?.(1);
    },
    async detect(frame, { signal }: { signal?: AbortSignalLike | undefined } = {}) {
      detectCount += 1;
      if (disposeCount > 0) throw new HuotiError('DISPOSED', 'the landmarker is disposed: make a new one');
      if (!detect) throw new HuotiError('HOST_ERROR', 'not implemented: the test gave no detect');
      return orAborted(Promise.resolve(detect(frame)), signal);
    },
    reset: () => undefined,
    engineFacts: () => ({
      backend: 'fake',
      fallbacks: [...fallbacks],
      models: {},
      medianFrameMs: null,
    }),
    async dispose() {
      disposeCount += 1;
    },
    fallBack(reason) {
      fallbacks.push({ from: 'fake', to: 'fake', reason });
    },
  };
}
