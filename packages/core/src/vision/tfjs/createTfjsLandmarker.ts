import { HuotiError, type BackendFallback } from '@huoti/protocol';
import { assertFrame } from '../../frame/assertFrame.js';
import { abortedError } from '../../host/abortedError.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import type { Logger } from '../../host/Logger.js';
import type { FaceLandmarker, LandmarkerLoadOptions } from '../FaceLandmarker.js';
import type { ModelManifest } from '../ModelManifest.js';
import type { BackendName } from './BackendName.js';
import { FRAME_LIMIT_MS, LOAD_TIMEOUT_MS, MAX_BAD_FRAMES_IN_A_ROW } from './limits.js';
import { loadEngine, type LoadedEngine } from './loadEngine.js';
import { createFaceTracker } from './createFaceTracker.js';

/** What {@link createTfjsLandmarker} takes. */
export interface TfjsLandmarkerOptions {
  /** Brings model and wasm files; every byte is checked against the manifest. */
  assets: AssetLoader;
  /** `modelManifest` of `@huoti/models`. */
  manifest: ModelManifest;
  /** On the scale of the frames' timestamps. */
  clock: Clock;
  /**
   * In order of preference; the first that works is used. webgl is fetched only where it is named.
   * @default ['wasm-simd', 'wasm']
   */
  backends?: readonly BackendName[];
  logger?: Logger | undefined;
  /** For all files together, in ms. @default 80000 */
  loadTimeoutMs?: number;
  /** Longest time for one frame, in ms, before another backend is tried. @default 3000 */
  frameLimitMs?: number;
}

/**
 * Finds landmarks with the official face-landmarks-detection pipeline on TF.js. Several may live in one realm: they share
 * the backend and take turns.
 *
 * @throws HuotiError INVALID_ARGUMENT for an empty list of backends
 * @example
 * const landmarker = createTfjsLandmarker({ assets, manifest: modelManifest, clock });
 * await landmarker.load();
 * const [face] = await landmarker.detect(frame);
 */
export function createTfjsLandmarker({
  assets,
  manifest,
  clock,
  backends = ['wasm-simd', 'wasm'],
  logger,
  loadTimeoutMs = LOAD_TIMEOUT_MS,
  frameLimitMs = FRAME_LIMIT_MS,
}: TfjsLandmarkerOptions): FaceLandmarker {
  if (backends.length === 0) throw new HuotiError('INVALID_ARGUMENT', 'backends: name at least one');
  const fallbacks: BackendFallback[] = [];
  const tracker = createFaceTracker();
  let engine: LoadedEngine | null = null;
  let loading: Promise<void> | null = null;
  let disposing: Promise<void> | null = null;
  let busy = false;
  let badFrames = 0;

  const start = async ({ signal, onProgress }: LandmarkerLoadOptions): Promise<void> => {
    const loaded = await loadEngine({
      assets,
      manifest,
      clock,
      backends,
      loadTimeoutMs,
      frameLimitMs,
      signal,
      onProgress,
      onFallback: (fallback) => {
        fallbacks.push(fallback);
        logger?.warn('compute backend changed', { ...fallback });
      },
    });
    if (disposing) {
      await loaded.host.dispose();
      throw disposed();
    }
    engine = loaded;
    logger?.debug('models ready', { backend: loaded.host.backend ?? 'none' });
  };

  return {
    specificationVersion: 'v1',
    load: (options = {}) => {
      if (disposing) return Promise.reject(disposed());
      if (!loading) {
        loading = start(options);
        loading.catch(() => (loading = null));
      }
      return loading;
    },
    detect: async (frame, { signal } = {}) => {
      if (disposing) throw disposed();
      assertFrame(frame);
      if (signal?.aborted) throw abortedError(signal);
      if (!engine) throw new HuotiError('INVALID_ARGUMENT', 'detect() before load(): await load() first');
      if (busy)
        throw new HuotiError('BUSY', 'one detect() at a time: await the last one', { retryable: true });
      busy = true;
      try {
        const { host } = engine;
        const judged = await host.run((mesh) => tracker.judge(mesh, frame, signal), {
          signal,
          reject: ({ finite }) => (finite ? null : 'landmarks were no numbers'),
        });
        if (disposing) throw disposed();
        if (signal?.aborted) throw abortedError(signal);
        if (!judged.finite) {
          badFrames++;
          if (badFrames >= MAX_BAD_FRAMES_IN_A_ROW) {
            throw new HuotiError(
              'BACKEND_UNAVAILABLE',
              `landmarks were no numbers in ${badFrames} frames in a row`,
            );
          }
          logger?.warn('frame dropped: landmarks were no numbers', { inARow: badFrames });
          return [];
        }
        badFrames = 0;
        return tracker.accept(judged);
      } finally {
        busy = false;
      }
    },
    reset: () => tracker.reset(),
    engineFacts: () => ({
      backend: engine?.host.backend ?? 'none',
      fallbacks: fallbacks.slice(),
      models: engine ? modelVersions(manifest) : {},
      medianFrameMs: null,
    }),
    dispose: () => {
      if (!disposing) {
        tracker.reset();
        disposing = (async () => {
          await loading?.catch(() => undefined);
          const { host } = engine ?? {};
          engine = null;
          await host?.dispose();
        })();
      }
      return disposing;
    },
  };
}

function modelVersions(manifest: ModelManifest): Record<string, string> {
  const { detector, attention } = manifest.models;
  const version = (file: string): string => (manifest.files[file]?.sha256 ?? '').slice(0, 12);
  return { detector: version(detector.weightsFile), attention: version(attention.weightsFile) };
}

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');
