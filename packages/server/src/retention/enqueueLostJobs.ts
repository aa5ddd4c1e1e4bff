import type { ServerContext } from '../context/ServerContext.js';

/**
 * Enqueues again what waits for a job that may be lost: sessions without a verdict, notices that are due, deletions that are not done. All
 * jobs are harmless twice, and one that still waits is not doubled.
 */
export async function enqueueLostJobs(
  { store, settings, time }: Pick<ServerContext, 'store' | 'settings' | 'time'>,
  { limit }: { limit: number },
): Promise<{ readonly judge: number; readonly notify: number; readonly forget: number }> {
  const beforeMs = time.nowMs() - settings.limits.judgeAgainAfterMs;
  return store.transaction(async (tx) => {
    const sessions = await tx.sessions.undecided(beforeMs, limit);
    for (const { id, policy } of sessions) {
      const name = policy.platform === undefined ? 'judge' : 'platform';
      await tx.jobs.enqueue(name, { sessionId: id }, { key: id });
    }
    // Not what has only just become due: its own job is on its way.
    const deliveries = await tx.webhooks.due(beforeMs, limit);
    for (const { id } of deliveries) await tx.jobs.enqueue('notify', { deliveryId: id }, { key: id });
    const deletions = (await tx.deletions.unfinished(limit)).filter(
      ({ startedAtMs }) => startedAtMs < beforeMs,
    );
    for (const { id } of deletions) await tx.jobs.enqueue('forget', { deletionId: id }, { key: id });
    return { judge: sessions.length, notify: deliveries.length, forget: deletions.length };
  });
}
