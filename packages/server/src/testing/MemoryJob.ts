import type { Jobs } from '../ports/Store.js';

/** A job as it waits in a memory store. */
export type MemoryJob = {
  readonly [K in keyof Jobs]: {
    readonly name: K;
    readonly data: Jobs[K];
    readonly delayMs: number;
    readonly key: string | null;
  };
}[keyof Jobs];
