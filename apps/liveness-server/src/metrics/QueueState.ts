/** What waits in the queue, by the name of its jobs. */
export type QueueState = Readonly<
  Record<'judge' | 'notify', { readonly waiting: number; readonly oldestSeconds: number }>
>;
