import type { ServerContext } from '../context/ServerContext.js';
import { DAY_MS, HOUR_MS } from '../context/settingRanges.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { attemptLimits } from './attemptLimits.js';
import { attemptScopes } from './attemptScopes.js';

/**
 * How long the next try has to wait, in ms; 0 where it may begin at once. A try that is open counts as failed, so sessions
 * side by side add none. Before a begin, the caller holds the scopes with `tx.attempts.lock`.
 */
export async function retryAfterMs(
  tx: Pick<StoreTransaction, 'attempts'>,
  { settings, time }: Pick<ServerContext, 'settings' | 'time'>,
  session: Pick<SessionRow, 'clientId' | 'subject' | 'referenceId' | 'policy'>,
): Promise<number> {
  const { perHour, perDay } = attemptLimits(settings, session);
  const nowMs = time.nowMs();
  let waitMs = 0;
  for (const scope of attemptScopes(session)) {
    const day = (await tx.attempts.countedSince(scope, nowMs - DAY_MS)).filter(
      ({ atMs }) => atMs > nowMs - DAY_MS,
    );
    const hour = day.filter(({ atMs }) => atMs > nowMs - HOUR_MS);
    for (const [tries, limit, windowMs] of [
      [day, perDay, DAY_MS],
      [hour, perHour, HOUR_MS],
    ] as const) {
      // As soon as this one has left the window, one less than the limit is in it.
      const leaves = tries[tries.length - limit];
      if (leaves) waitMs = Math.max(waitMs, leaves.atMs + windowMs - nowMs);
    }
  }
  return waitMs;
}
