import type { QueueState } from '../metrics/QueueState.js';
import type { Resources } from './Resources.js';

/** How long ago, s; 0 where there is nothing. */
const secondsSince = (atMs: number | null | undefined, nowMs: number): number =>
  atMs === null || atMs === undefined ? 0 : Math.max(0, (nowMs - atMs) / 1000);

/** The oldest undecided sessions, to find one of each kind among them. */
const LOOKED_AT = 20;

/** How much waits in the queue, and since when: from the jobs, and from what the jobs are about. */
export async function readQueueState({
  context,
  queue,
}: Pick<Resources, 'context' | 'queue'>): Promise<QueueState> {
  const nowMs = context.time.nowMs();
  const counts = await queue.counts();
  const { sessions, delivery, deletion } = await context.store.transaction(async (tx) => ({
    sessions: await tx.sessions.undecided(nowMs, LOOKED_AT),
    delivery: (await tx.webhooks.due(nowMs, 1))[0],
    deletion: (await tx.deletions.unfinished(1))[0],
  }));
  const secondsOf = (name: 'judge' | 'platform'): number => {
    const own = sessions.find(({ policy }) => (policy.platform === undefined) === (name === 'judge'));
    // None among the oldest ones: whatever waits is no older than the last of them.
    const oldest = own ?? (counts[name].waiting > 0 ? sessions.at(-1) : undefined);
    return secondsSince(oldest?.completedAtMs, nowMs);
  };
  return {
    judge: { waiting: counts.judge.waiting, oldestSeconds: secondsOf('judge') },
    platform: { waiting: counts.platform.waiting, oldestSeconds: secondsOf('platform') },
    notify: { waiting: counts.notify.waiting, oldestSeconds: secondsSince(delivery?.nextAtMs, nowMs) },
    forget: { waiting: counts.forget.waiting, oldestSeconds: secondsSince(deletion?.startedAtMs, nowMs) },
  };
}
