import type { HostWorker } from './HostWorker.js';

const workers = new WeakMap<object, HostWorker>();

/** Remembers which worker an object of the mini-program stands for. */
export function rememberWorker(shown: object, worker: HostWorker): void {
  workers.set(shown, worker);
}

/** The worker that an object of the mini-program stands for. */
export function workerBehind(shown: unknown): HostWorker | undefined {
  return typeof shown === 'object' && shown !== null ? workers.get(shown) : undefined;
}
