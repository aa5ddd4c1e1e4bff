import {
  abortedError,
  assertFrame,
  createAbortSource,
  type Clock,
  type FaceLandmarker,
  type FaceObservation,
} from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { withAbort } from '../host/withAbort.js';
import { within } from '../host/within.js';
import { foldMiniProgramFailure } from '../platform/foldMiniProgramFailure.js';
import type {
  MiniProgramApi,
  MiniProgramFaceAnchor,
  MiniProgramVisionSession,
} from '../platform/MiniProgramApi.js';
import { MESH_POINT_OF } from './meshPointOf.js';
import { observationOf } from './observationOf.js';
import { uprightPixels } from './uprightPixels.js';
import type { VisionKitCapabilities } from './VisionKitCapabilities.js';

/** Longest wait for the kit to start, its prompts included, in ms. */
const START_LIMIT_MS = 60000;
/** Longest wait for a picture's faces, in ms; what comes later is of an older picture. */
const DETECT_LIMIT_MS = 1000;
/** WeChat's page gives 0.8 as the usual value; its own default is not stated. */
const SCORE_THRESHOLD = 0.8;

/** What {@link createVisionKitLandmarker} takes. */
export interface VisionKitLandmarkerOptions {
  api: Pick<MiniProgramApi, 'createVKSession'>;
  clock: Clock;
  /**
   * That you have seen on your devices which of the 106 points is which: no document of WeChat says it in text, and with another order
   * every number here is wrong. Without it nothing is opened.
   */
  acceptUnverifiedPoints: true;
}

/** A landmarker over the platform's vision kit, and what it measures. */
export interface VisionKitLandmarker extends FaceLandmarker {
  readonly capabilities: VisionKitCapabilities;
}

const CAPABILITIES: VisionKitCapabilities = {
  landmarks: MESH_POINT_OF.map(([, landmark]) => landmark).sort((a, b) => a - b),
  depth: false,
  irises: false,
  severalFaces: true,
  actions: ['blink', 'mouth-open', 'turn-left', 'turn-right', 'nod', 'approach'],
  signals: [],
  sessions: false,
};

/**
 * Finds 106 points of each face by `createVKSession` (base library 2.25.0), for devices on which the engine can't run: no bytes in the
 * package, no depth, no irises, and no word from the platform on which point is which. `createActionDetector` of core works on what it
 * gives; `createSession` does not, since a session also watches the head's shape and depth, and nothing here is made up to please it.
 *
 * `load` throws HuotiError: BACKEND_UNAVAILABLE without the kit, CAMERA_PERMISSION_DENIED, HOST_FORBIDS (not declared in the privacy
 * guide, or banned), ABORTED.
 *
 * @throws HuotiError INVALID_ARGUMENT without `acceptUnverifiedPoints`
 * @example
 * const landmarker = createVisionKitLandmarker({ api: wx, clock, acceptUnverifiedPoints: true });
 * landmarker.capabilities.actions; // what may be asked of a person
 */
export function createVisionKitLandmarker({
  api,
  clock,
  acceptUnverifiedPoints,
}: VisionKitLandmarkerOptions): VisionKitLandmarker {
  if (acceptUnverifiedPoints !== true) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'acceptUnverifiedPoints: look at the points on your devices first, no document says which is which',
    );
  }
  let session: MiniProgramVisionSession | null = null;
  let loading: Promise<void> | null = null;
  let started = false;
  let disposed = false;
  let answer: ((anchors: readonly MiniProgramFaceAnchor[]) => void) | null = null;
  const onUpdate = (anchors: readonly MiniProgramFaceAnchor[]): void => answer?.(anchors);
  const onRemove = (): void => answer?.([]);

  const start = async (): Promise<void> => {
    const created = openSession(api);
    session = created;
    created.on('updateAnchors', onUpdate);
    created.on('removeAnchors', onRemove);
    const code = new Promise<number>((resolve) => created.start((errorCode) => resolve(errorCode || 0)));
    const found = await within(code, {
      clock,
      limitMs: START_LIMIT_MS,
      late: () =>
        new HuotiError('BACKEND_UNAVAILABLE', 'the vision kit did not start: try again', { retryable: true }),
    });
    if (found === 0) return;
    const folded = foldMiniProgramFailure({ errCode: found }, 'createVKSession');
    if (!isHuotiError(folded, 'HOST_ERROR')) throw folded;
    throw new HuotiError('BACKEND_UNAVAILABLE', `the vision kit does not start here (${found})`, {
      cause: folded,
    });
  };
  const end = (): void => {
    const ending = session;
    session = null;
    started = false;
    answer?.([]);
    if (!ending) return;
    ending.off?.('updateAnchors', onUpdate);
    ending.off?.('removeAnchors', onRemove);
    ending.stop?.();
    ending.destroy?.();
  };

  return {
    specificationVersion: 'v1',
    capabilities: CAPABILITIES,
    load: async ({ signal, onProgress } = {}) => {
      if (disposed) throw gone();
      if (signal?.aborted) throw abortedError(signal);
      if (!loading) {
        loading = start();
        loading.catch(() => {
          loading = null;
          end();
        });
      }
      await loading;
      if (disposed) {
        end();
        throw gone();
      }
      started = true;
      onProgress?.(1);
    },
    detect: async (frame, { signal } = {}) => {
      if (disposed) throw gone();
      assertFrame(frame);
      if (signal?.aborted) throw abortedError(signal);
      if (!session || !started)
        throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
      if (answer)
        throw new HuotiError('BUSY', 'one detect() at a time: await the last one', { retryable: true });
      const { buffer, widthPx, heightPx } = uprightPixels(frame);
      const { timestampMs } = frame;
      const asked = session;
      const patience = createAbortSource();
      const seen = new Promise<readonly MiniProgramFaceAnchor[]>((resolve) => (answer = resolve));
      clock.sleep(DETECT_LIMIT_MS, { signal: patience.signal }).then(
        // No event comes for a picture without a face that follows another such picture: silence is nobody.
        () => answer?.([]),
        () => undefined,
      );
      try {
        asked.detectFace({
          frameBuffer: buffer,
          width: widthPx,
          height: heightPx,
          scoreThreshold: SCORE_THRESHOLD,
          sourceType: 0,
          modelMode: 1,
        });
        const anchors = await withAbort(seen, signal);
        if (disposed) throw gone();
        return anchors
          .map((anchor) => observationOf(anchor, { widthPx, heightPx, timestampMs }))
          .filter((one): one is FaceObservation => one !== null)
          .sort((a, b) => b.box.widthPx - a.box.widthPx);
      } finally {
        answer = null;
        patience.abort();
      }
    },
    reset: () => undefined,
    engineFacts: () => ({
      backend: started ? 'vision-kit' : 'none',
      fallbacks: [],
      models: {},
      medianFrameMs: null,
    }),
    dispose: async () => {
      disposed = true;
      end();
    },
  };
}

function openSession(api: VisionKitLandmarkerOptions['api']): MiniProgramVisionSession {
  let cause: unknown;
  try {
    const session = api.createVKSession?.({ track: { face: { mode: 2 } }, version: 'v1' });
    if (session) return session;
  } catch (error) {
    cause = error;
  }
  throw new HuotiError(
    'BACKEND_UNAVAILABLE',
    'this base library has no vision kit (createVKSession, 2.25.0): offer the alternative method',
    { cause },
  );
}

const gone = (): HuotiError => new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');
