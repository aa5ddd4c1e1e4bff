import { HuotiError, isHuotiError, type BackendFallback } from '@huoti/protocol';
import { abortedError } from '../../host/abortedError.js';
import type { AbortSignalLike } from '../../host/AbortSignalLike.js';
import type { BackendName } from './BackendName.js';
import { disposeOnThrow } from './disposeOnThrow.js';
import { sharedBackend, type BackendLease } from './sharedBackend.js';

/** Models that live on a backend. */
export interface HostedModels {
  dispose(): void;
}

/** What {@link createMeshHost} takes. */
export interface MeshHostOptions<Models extends HostedModels> {
  /** In order of preference; those this host cannot run are already left out. */
  backends: readonly BackendName[];
  /** Checked bytes of the wasm file of one backend. */
  wasmBytes: (backend: BackendName) => Promise<ArrayBuffer>;
  /** Builds and warms up the models on the backend that runs. */
  openMesh: () => Promise<Models>;
  nowMs: () => number;
  frameLimitMs: number;
  /** Told of each change of backend. */
  onFallback: (fallback: BackendFallback) => void;
}

/** Keeps the models on a backend that works: the watchdog. */
export interface MeshHost<Models extends HostedModels> {
  readonly backend: BackendName | null;
  /**
   * Runs one frame's work on the models. Where the backend throws, takes longer than the limit, or gives what `reject`
   * refuses, the next backend does the same work again.
   *
   * @param reject gives a reason to try another backend, or `null`; without another one the result stands
   * @throws HuotiError BACKEND_UNAVAILABLE when no backend is left
   */
  run<T>(work: (mesh: Models) => Promise<T>, options?: RunOptions<T>): Promise<T>;
  /** Opens the models, falling back as needed. */
  open(): Promise<void>;
  dispose(): Promise<void>;
}

/** What {@link MeshHost.run} takes besides the work. */
export interface RunOptions<T> {
  reject?: (result: T) => string | null;
  signal?: AbortSignalLike | undefined;
}

/** Keeps a list of backends and the models on the first that works. */
export function createMeshHost<Models extends HostedModels>(
  options: MeshHostOptions<Models>,
): MeshHost<Models> {
  const { backends, wasmBytes, openMesh, nowMs, frameLimitMs, onFallback } = options;
  let at = 0;
  let mesh: Models | null = null;
  let backend: BackendName | null = null;
  const dropMesh = (): void => {
    const dying = mesh;
    mesh = null;
    backend = null;
    dying?.dispose();
  };
  const lease: BackendLease = { onLost: dropMesh };

  /** Moves to the next backend; `false` when there is none. */
  const giveUp = (reason: string): boolean => {
    const from = backends[at];
    const to = backends[at + 1];
    try {
      sharedBackend.abandon();
    } catch {
      // The backend is broken: what it can no longer free goes with it.
    }
    at++;
    if (!from || !to) return false;
    onFallback({ from, to, reason });
    return true;
  };

  const ready = async (): Promise<Models> => {
    for (let lastError: unknown; ; ) {
      if (mesh) return mesh;
      const wanted = backends[at];
      if (!wanted) {
        if (isHuotiError(lastError)) throw lastError;
        throw new HuotiError(
          'BACKEND_UNAVAILABLE',
          'no compute backend works here: offer the alternative method',
          {
            cause: lastError,
          },
        );
      }
      try {
        backend = await sharedBackend.join({ lease, backend: wanted, wasmBytes: () => wasmBytes(wanted) });
        const running = backends.indexOf(backend);
        if (running > at) {
          onFallback({
            from: wanted,
            to: backend,
            reason: 'another landmarker of this realm runs it already',
          });
          at = running;
        }
        mesh = await disposeOnThrow(openMesh);
      } catch (error) {
        if (isHuotiError(error) && !FALLBACK_CODES.includes(error.code)) {
          sharedBackend.leave(lease);
          throw error;
        }
        lastError = error;
        giveUp(describe(error));
      }
    }
  };

  return {
    get backend() {
      return backend;
    },
    open: () => sharedBackend.exclusive(async () => void (await ready())),
    run: (work, { reject, signal } = {}) =>
      sharedBackend.exclusive(async () => {
        for (;;) {
          if (signal?.aborted) throw abortedError(signal);
          const models = await ready();
          const startedMs = nowMs();
          try {
            const result = await disposeOnThrow(() => work(models));
            const tookMs = nowMs() - startedMs;
            if (tookMs > frameLimitMs) {
              giveUp(`a frame took ${Math.round(tookMs)} ms, ${frameLimitMs} at most`);
              continue;
            }
            const refused = reject?.(result) ?? null;
            if (refused === null || at + 1 >= backends.length) return result;
            giveUp(refused);
          } catch (error) {
            if (isHuotiError(error)) throw error;
            giveUp(describe(error));
          }
        }
      }),
    dispose: () =>
      sharedBackend.exclusive(async () => {
        try {
          dropMesh();
        } finally {
          sharedBackend.leave(lease);
        }
      }),
  };
}

/** Errors of a backend, which another backend may not have. */
const FALLBACK_CODES: readonly string[] = ['BACKEND_UNAVAILABLE'];

const describe = (error: unknown): string =>
  (error instanceof Error || isHuotiError(error) ? error.message : String(error))
    .split('\n')[0]!
    .slice(0, 200);
