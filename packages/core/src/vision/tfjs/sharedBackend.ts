import type { BackendName } from './BackendName.js';
import { startBackend, stopBackend } from './startBackend.js';

/** A landmarker's share of the running backend. */
export interface BackendLease {
  /** Called before the backend under this lease goes away: free every tensor now. */
  readonly onLost: () => void;
}

/** What {@link SharedBackend.join} takes. */
export interface JoinOptions {
  lease: BackendLease;
  /** Started when nothing runs yet. */
  backend: BackendName;
  wasmBytes: () => Promise<ArrayBuffer>;
}

/**
 * The one TF.js backend of this realm. TF.js has one engine for everybody, and its wasm kernels one memory: so landmarkers
 * share a backend, work one after another, and the last one to leave switches it off.
 */
export interface SharedBackend {
  /** What runs now. */
  readonly running: BackendName | null;
  /** Waits for its turn; no two pieces of work overlap. Not to be nested. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Starts the backend, or joins the one that runs, which it returns. Within `exclusive`. */
  join(options: JoinOptions): Promise<BackendName>;
  /** Gives the share back. Within `exclusive`. */
  leave(lease: BackendLease): void;
  /** Switches the running backend off for everybody: it is broken. Within `exclusive`. */
  abandon(): void;
}

function createSharedBackend(): SharedBackend {
  const leases = new Set<BackendLease>();
  let running: BackendName | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    if (running) stopBackend(running);
    running = null;
  };
  return {
    get running() {
      return running;
    },
    exclusive: (work) => {
      const result = turn.then(work);
      turn = result.catch(() => undefined);
      return result;
    },
    join: async ({ lease, backend, wasmBytes }) => {
      if (!running) {
        try {
          await startBackend({ backend, wasmBytes });
        } catch (error) {
          stopBackend(backend);
          throw error;
        }
        running = backend;
      }
      leases.add(lease);
      return running;
    },
    leave: (lease) => {
      if (leases.delete(lease) && leases.size === 0) stop();
    },
    abandon: () => {
      for (const lease of Array.from(leases)) lease.onLost();
      leases.clear();
      stop();
    },
  };
}

/** One a realm, since TF.js's engine is one a realm. */
export const sharedBackend: SharedBackend = createSharedBackend();
