import { HuotiError, type BackendFallback } from '@huoti/protocol';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { AssetLoader } from '../../host/AssetLoader.js';
import type { Clock } from '../../host/Clock.js';
import type { AssetFile, ModelManifest } from '../ModelManifest.js';
import type { BackendName } from './BackendName.js';
import { graphModelHandler } from './graphModelHandler.js';
import { LOAD_TIMEOUT_MS } from './limits.js';
import { loadAssets } from './loadAssets.js';
import { createMeshHost, type HostedModels, type MeshHost } from './meshHost.js';
import { runnableBackends } from './runnableBackends.js';

/** The two files of a graph model, by their names in the list of files. */
export interface GraphModelFile {
  readonly topologyFile: string;
  readonly weightsFile: string;
}

/** Loaded models by name. They belong to the host: use them inside `run` only, and do not dispose of them. */
export type GraphModels<Name extends string> = Readonly<Record<Name, GraphModel>>;

/** What {@link createGraphModelHost} takes. */
export interface GraphModelHostOptions<Name extends string> {
  /** Brings the files; every byte is checked. */
  assets: AssetLoader;
  /** Every file that may be asked for, the backend's own included. */
  files: Readonly<Record<string, AssetFile>>;
  wasm: ModelManifest['wasm'];
  models: Readonly<Record<Name, GraphModelFile>>;
  clock: Clock;
  /** In order of preference. @default ['wasm-simd', 'wasm'] */
  backends?: readonly BackendName[];
  /** For all files together, in ms. @default 80000 */
  loadTimeoutMs?: number;
  /** Longest time for one `run`, in ms, before another backend is tried. @default 30000 */
  runLimitMs?: number;
  onFallback?: (fallback: BackendFallback) => void;
}

/** Graph models on the backend that all of this realm share with the landmarkers; one piece of work at a time. */
export interface GraphModelHost<Name extends string> {
  readonly backend: BackendName | null;
  /**
   * Loads and checks the files and starts the models; a second call gives the first one's promise.
   *
   * @throws HuotiError MODEL_LOAD_FAILED, MODEL_INTEGRITY_MISMATCH, BACKEND_UNAVAILABLE, ABORTED, DISPOSED
   */
  load(options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
  /**
   * Runs work on the models when its turn comes. Tensors that it made are freed where it throws.
   *
   * @throws HuotiError INVALID_ARGUMENT before `load`, BACKEND_UNAVAILABLE, ABORTED, DISPOSED
   */
  run<T>(
    work: (models: GraphModels<Name>) => Promise<T>,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<T>;
  /** Frees models, tensors and the share of the backend; idempotent. */
  dispose(): Promise<void>;
}

/** A server's slowest model takes 0.2 s; past this limit a backend hangs rather than computes. */
const RUN_LIMIT_MS = 30000;

interface LoadedModels<Name extends string> extends HostedModels {
  readonly models: GraphModels<Name>;
}

/**
 * Runs graph models beside the landmarker, on its backend: what compares faces on a server.
 *
 * @example
 * const host = createGraphModelHost({ assets, files, wasm, models: { net: card }, clock });
 * await host.load();
 * const values = await host.run(async ({ net }) => tidy(() => net.execute(input, 'embedding').dataSync()));
 */
export function createGraphModelHost<Name extends string>({
  assets,
  files,
  wasm,
  models,
  clock,
  backends = ['wasm-simd', 'wasm'],
  loadTimeoutMs = LOAD_TIMEOUT_MS,
  runLimitMs = RUN_LIMIT_MS,
  onFallback = () => undefined,
}: GraphModelHostOptions<Name>): GraphModelHost<Name> {
  let host: MeshHost<LoadedModels<Name>> | null = null;
  let loading: Promise<void> | null = null;
  let disposing: Promise<void> | null = null;
  const names = Object.keys(models) as Name[];

  const start = async (signal: AbortSignalLike | undefined): Promise<void> => {
    const runnable = runnableBackends(backends, onFallback);
    const wasmFile = (backend: BackendName): string => (backend === 'wasm-simd' ? wasm.simd : wasm.plain);
    const first = runnable[0] && runnable[0] !== 'webgl' ? [wasmFile(runnable[0])] : [];
    const common = { assets, manifest: { files }, clock, timeoutMs: loadTimeoutMs, signal };
    const wanted = names.map((name) => [models[name].topologyFile, models[name].weightsFile]);
    const loaded = new Map(await loadAssets({ ...common, files: ([] as string[]).concat(...wanted, first) }));
    const opened = createMeshHost<LoadedModels<Name>>({
      backends: runnable,
      wasmBytes: async (backend) => {
        const file = wasmFile(backend);
        return loaded.get(file) ?? (await loadAssets({ ...common, files: [file] })).get(file)!;
      },
      openMesh: () => openModels(names, models, loaded),
      nowMs: () => clock.nowMs(),
      frameLimitMs: runLimitMs,
      onFallback,
    });
    try {
      await opened.open();
      if (disposing) throw disposed();
    } catch (error) {
      await opened.dispose();
      throw error;
    }
    host = opened;
  };

  return {
    get backend() {
      return host?.backend ?? null;
    },
    load: ({ signal } = {}) => {
      if (disposing) return Promise.reject(disposed());
      if (!loading) {
        loading = start(signal);
        loading.catch(() => (loading = null));
      }
      return loading;
    },
    run: async (work, { signal } = {}) => {
      if (disposing) throw disposed();
      if (!host) throw new HuotiError('INVALID_ARGUMENT', 'run() before load(): await load() first');
      const result = await host.run(({ models: ready }) => work(ready), { signal });
      if (disposing) throw disposed();
      return result;
    },
    dispose: () => {
      disposing =
        disposing ??
        (async () => {
          await loading?.catch(() => undefined);
          const dying = host;
          host = null;
          await dying?.dispose();
        })();
      return disposing;
    },
  };
}

async function openModels<Name extends string>(
  names: readonly Name[],
  files: Readonly<Record<Name, GraphModelFile>>,
  loaded: ReadonlyMap<string, ArrayBuffer>,
): Promise<LoadedModels<Name>> {
  const opened: Partial<Record<Name, GraphModel>> = {};
  const dispose = (): void => names.forEach((name) => opened[name]?.dispose());
  try {
    for (const name of names) {
      const { topologyFile, weightsFile } = files[name];
      const handler = graphModelHandler(topologyFile, loaded.get(topologyFile)!, loaded.get(weightsFile)!);
      opened[name] = await loadGraphModel(handler);
    }
  } catch (error) {
    dispose();
    throw error;
  }
  return { models: opened as GraphModels<Name>, dispose };
}

const disposed = (): HuotiError =>
  new HuotiError('DISPOSED', 'the models were disposed of: create another host');
