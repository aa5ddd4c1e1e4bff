import type { Clock, FaceLandmarker, LandmarkerLoadOptions, Logger, ModelManifest } from '@huoti/core';
import { HuotiError, isHuotiError, type BackendFallback } from '@huoti/protocol';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import type { MiniProgramProfile } from '../platform/MiniProgramProfile.js';
import type { MiniProgramWasm } from '../platform/MiniProgramWasm.js';
import { fetchWorkers } from '../worker/fetchWorkers.js';
import { createWorkerLandmarker } from '../worker/createWorkerLandmarker.js';
import { workerPays } from '../worker/workerPays.js';
import { createPackageAssetLoader } from './createPackageAssetLoader.js';
import { createPackageEngine } from './createPackageEngine.js';
import { layOutPackages } from './layOutPackages.js';
import type { PackageAssets } from './PackageAssets.js';
import type { PackageLayout } from './PackageLayout.js';

/** What {@link createMiniProgramLandmarker} takes. */
export interface MiniProgramLandmarkerOptions {
  api: Pick<
    MiniProgramApi,
    | 'getFileSystemManager'
    | 'preDownloadSubpackage'
    | 'createWorker'
    | 'getDeviceInfo'
    | 'getAppBaseInfo'
    | 'getSystemInfoSync'
  >;
  /** `WXWebAssembly`, `TTWebAssembly`; `null` where the realm has none. */
  wasm: MiniProgramWasm | null;
  profile: Pick<MiniProgramProfile, 'readsBrotli'>;
  /** `modelManifest`, which the same file exports. */
  manifest: ModelManifest;
  /** On the scale of the frames' timestamps. */
  clock: Clock;
  /** @default where `huoti-miniprogram-assets` writes by itself */
  layout?: PackageLayout;
  /** @default the package files of `layout` */
  assets?: PackageAssets;
  /** Brings the subpackages with the files before the first is read: see `createPackageAssetLoader`. */
  fetchPackages?: () => Promise<unknown>;
  /**
   * `auto` puts the engine into a worker on iOS from base library 2.25.1 on, `never` keeps it on the page's thread.
   * @default 'auto'
   */
  worker?: 'auto' | 'never';
  logger?: Logger;
}

/**
 * Finds landmarks in a mini-program: the engine of every other host, out of package files, on the platform's own wasm. On iOS it runs
 * in the experimental worker; where that does not start, on the page's thread, and `engineFacts().fallbacks` says so. A worker that is
 * killed in mid-session ends it with BACKEND_UNAVAILABLE (retryable) instead: the platform kills it for want of memory, and a second
 * engine on the page's thread would be killed with the page.
 *
 * `load` throws HuotiError: MODEL_LOAD_FAILED (retryable where a subpackage is not there yet), MODEL_INTEGRITY_MISMATCH,
 * BACKEND_UNAVAILABLE where no wasm runs (then `createVisionKitLandmarker` or another mode may serve), ABORTED.
 *
 * @example
 * const landmarker = createMiniProgramLandmarker({ api: wx, wasm: WXWebAssembly, profile: miniProgramProfiles.wechat,
 *   manifest: modelManifest, clock });
 */
export function createMiniProgramLandmarker(options: MiniProgramLandmarkerOptions): FaceLandmarker {
  const { api, wasm, profile, manifest, clock, fetchPackages, logger, worker: wanted = 'auto' } = options;
  const layout = options.layout ?? layOutPackages({ files: Object.keys(manifest.files), profile });
  const assets =
    options.assets ?? createPackageAssetLoader({ api, layout, ...(fetchPackages ? { fetchPackages } : {}) });
  const onThisThread = (): FaceLandmarker => createPackageEngine({ wasm, assets, manifest, clock, logger });
  const { createWorker } = api;
  const worker =
    wanted === 'auto' && createWorker && workerPays(api)
      ? createWorkerLandmarker({
          openWorker: async () => {
            await fetchWorkers(api, clock);
            return createWorker.call(api, layout.workerScript, { useExperimentalWorker: true });
          },
          assets,
          manifest,
          clock,
        })
      : null;
  const fallbacks: BackendFallback[] = [];
  let current: FaceLandmarker = worker ?? onThisThread();
  let changing: Promise<FaceLandmarker> | null = null;
  let disposing: Promise<void> | null = null;

  /** Leaves the worker for good; every caller waits for the one change. */
  const leaveWorker = (reason: string): Promise<FaceLandmarker> => {
    changing ??= (async () => {
      const fallback = { from: 'worker', to: 'main-thread', reason };
      fallbacks.push(fallback);
      logger?.warn('the worker is given up', fallback);
      await worker?.dispose();
      if (disposing) throw new HuotiError('DISPOSED', 'the landmarker was disposed: create another one');
      current = onThisThread();
      return current;
    })();
    return changing;
  };

  return {
    specificationVersion: 'v1',
    load: async (load: LandmarkerLoadOptions = {}) => {
      const used = current;
      try {
        await used.load(load);
      } catch (error) {
        if (disposing || used !== worker || !isHuotiError(error, 'BACKEND_UNAVAILABLE')) throw error;
        const next = await leaveWorker(error.message);
        await next.load(load);
      }
    },
    detect: (frame, detect) => current.detect(frame, detect),
    reset: () => current.reset(),
    engineFacts: () => {
      const facts = current.engineFacts();
      return { ...facts, fallbacks: [...fallbacks, ...facts.fallbacks] };
    },
    dispose: () => {
      disposing ??= (async () => {
        await changing?.catch(() => undefined);
        await current.dispose();
        if (worker && current !== worker) await worker.dispose();
      })();
      return disposing;
    },
  };
}
