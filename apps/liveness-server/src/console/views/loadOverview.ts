import type { ServerContext } from '@huoti/server';
import { foldCounts } from './foldCounts.js';
import type { Overview } from './Overview.js';

const DAY_MS = 86_400_000;
/** What waits is counted up to here: beyond, it is an emergency whatever the number. */
const ATTENTION_LIMIT = 200;
/** A session past its end is closed by the next sweep; only one that is left over counts, ms. */
const OVERDUE_GRACE_MS = 600_000;

/** What {@link loadOverview} takes. */
export interface OverviewOptions {
  /** Days up to today. */
  readonly dayCount: number;
  readonly clientId?: string | undefined;
  readonly host?: string | undefined;
}

/** Reads the overview's figures. */
export async function loadOverview(
  { store, time, settings }: Pick<ServerContext, 'store' | 'time' | 'settings'>,
  { dayCount, clientId, host }: OverviewOptions,
): Promise<Overview> {
  const nowMs = time.nowMs();
  const toMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
  const fromMs = toMs - dayCount * DAY_MS;
  return store.transaction(async ({ sessions, apiKeys, webhooks }) => {
    const counts = await sessions.countByDay(fromMs, toMs, clientId);
    const clients = [...new Set((await apiKeys.list()).map((key) => key.clientId))].sort();
    const shown = clients.filter((one) => clientId === undefined || one === clientId);
    let dead = 0;
    for (const one of shown) dead += (await webhooks.dead(one, ATTENTION_LIMIT)).length;
    const ofClient = <T extends { clientId: string }>(rows: readonly T[]): number =>
      rows.filter((row) => clientId === undefined || row.clientId === clientId).length;
    return {
      ...foldCounts(counts, { fromMs, dayCount, host }),
      clients,
      attention: {
        undecided: ofClient(
          await sessions.undecided(nowMs - settings.limits.judgeAgainAfterMs, ATTENTION_LIMIT),
        ),
        overdue: ofClient(await sessions.overdue(nowMs - OVERDUE_GRACE_MS, ATTENTION_LIMIT)),
        dead,
      },
    };
  });
}
