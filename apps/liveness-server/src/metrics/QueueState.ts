import type { Jobs } from '@huoti/server';

/** What waits in the queue, by the name of its jobs. */
export type QueueState = Readonly<
  Record<keyof Jobs, { readonly waiting: number; readonly oldestSeconds: number }>
>;
