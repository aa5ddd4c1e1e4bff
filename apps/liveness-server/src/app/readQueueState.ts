import type { QueueState } from '../metrics/QueueState.js';
import type { Resources } from './Resources.js';

/** How long ago, s; 0 where there is nothing. */
const secondsSince = (atMs: number | null | undefined, nowMs: number): number =>
  atMs === null || atMs === undefined ? 0 : Math.max(0, (nowMs - atMs) / 1000);

/** How much waits in the queue, and since when: from the jobs, and from what the jobs are about. */
export async function readQueueState({
  context,
  queue,
}: Pick<Resources, 'context' | 'queue'>): Promise<QueueState> {
  const nowMs = context.time.nowMs();
  const counts = await queue.counts();
  const { session, delivery } = await context.store.transaction(async (tx) => ({
    session: (await tx.sessions.undecided(nowMs, 1))[0],
    delivery: (await tx.webhooks.due(nowMs, 1))[0],
  }));
  return {
    judge: { waiting: counts.judge.waiting, oldestSeconds: secondsSince(session?.completedAtMs, nowMs) },
    notify: { waiting: counts.notify.waiting, oldestSeconds: secondsSince(delivery?.nextAtMs, nowMs) },
  };
}
