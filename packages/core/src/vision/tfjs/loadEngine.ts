import type { BackendFallback } from '@huoti/protocol';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import type { ModelManifest } from '../ModelManifest.js';
import type { BackendName } from './BackendName.js';
import { registerCustomOps } from './customOps/registerCustomOps.js';
import { graphModelHandler } from './graphModelHandler.js';
import { loadAssets } from './loadAssets.js';
import type { FaceMesh } from './FaceMesh.js';
import { createMeshHost, type MeshHost } from './meshHost.js';
import { openFaceMesh } from './openFaceMesh.js';
import { openOfficialPipeline } from './officialPackage.js';
import { runnableBackends } from './runnableBackends.js';
import { warmUp } from './warmUp.js';

/** What {@link loadEngine} takes. */
export interface LoadEngineOptions {
  assets: AssetLoader;
  manifest: ModelManifest;
  clock: Clock;
  backends: readonly BackendName[];
  loadTimeoutMs: number;
  frameLimitMs: number;
  signal?: AbortSignalLike | undefined;
  onProgress?: ((fraction: number) => void) | undefined;
  onFallback: (fallback: BackendFallback) => void;
}

/** Models that are ready to judge frames. */
export interface LoadedEngine {
  readonly host: MeshHost<FaceMesh>;
}

/** Probes the host, loads and checks all files side by side, starts the first backend that works and warms it up. */
export async function loadEngine(options: LoadEngineOptions): Promise<LoadedEngine> {
  const { assets, manifest, clock, loadTimeoutMs, frameLimitMs, signal, onProgress, onFallback } = options;
  const backends = runnableBackends(options.backends, onFallback);
  const { detector, attention } = manifest.models;
  const modelFiles = [
    detector.topologyFile,
    detector.weightsFile,
    attention.topologyFile,
    attention.weightsFile,
  ];
  const wasmFile = (backend: BackendName): string[] =>
    backend === 'webgl' ? [] : [backend === 'wasm-simd' ? manifest.wasm.simd : manifest.wasm.plain];
  const common = { assets, manifest, clock, timeoutMs: loadTimeoutMs };
  const files = new Map(
    await loadAssets({ ...common, files: [...modelFiles, ...wasmFile(backends[0]!)], signal, onProgress }),
  );
  const bytesOf = async (file: string): Promise<ArrayBuffer> => {
    const here = files.get(file) ?? (await loadAssets({ ...common, files: [file], signal })).get(file)!;
    files.set(file, here);
    return here;
  };
  registerCustomOps();
  const host = createMeshHost({
    backends,
    wasmBytes: async (backend) => bytesOf(wasmFile(backend)[0]!),
    openMesh: async () => {
      const pipeline = await openOfficialPipeline({
        detector: graphModelHandler(modelFiles[0]!, files.get(modelFiles[0]!)!, files.get(modelFiles[1]!)!),
        landmarks: graphModelHandler(modelFiles[2]!, files.get(modelFiles[2]!)!, files.get(modelFiles[3]!)!),
      });
      const mesh = openFaceMesh(pipeline);
      await warmUp(mesh);
      return mesh;
    },
    nowMs: () => clock.nowMs(),
    frameLimitMs,
    onFallback,
  });
  try {
    await host.open();
  } catch (error) {
    await host.dispose();
    throw error;
  }
  return { host };
}
