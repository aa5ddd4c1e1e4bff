import { type RightsCaseRow, type ServerContext, workingDaysLeft } from '@huoti/server';
import { dayOf } from './dayOf.js';
import type { RightsQuery } from './RightsQuery.js';

/** Rows of the list: more than anybody works through in a sitting. */
export const RIGHTS_LIMIT = 200;

/** A case, and how its time stands. */
export interface ListedCase {
  readonly row: RightsCaseRow;
  /** 0 on the last day, negative after it; `null` once answered. */
  readonly daysLeft: number | null;
  /** The last day in time, `YYYY-MM-DD` of the operator. */
  readonly dueDay: string;
}

/** The list of requests. */
export interface RightsList {
  readonly cases: readonly ListedCase[];
  readonly isCut: boolean;
  /** Whom the list can be narrowed down to. */
  readonly clients: readonly string[];
}

/** Days left of a case that is not answered. */
export function daysLeftOf(
  { settings, time }: Pick<ServerContext, 'settings' | 'time'>,
  { closedAtMs, dueAtMs }: RightsCaseRow,
): number | null {
  return closedAtMs === null ? workingDaysLeft(settings, { dueAtMs, nowMs: time.nowMs() }) : null;
}

/** Reads the list, the earliest due first. */
export async function loadRightsList(
  context: Pick<ServerContext, 'store' | 'settings' | 'time'>,
  { state, kind, clientId, subject }: RightsQuery,
): Promise<RightsList> {
  const filter = {
    ...(kind === undefined ? {} : { kind }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(subject === undefined ? {} : { subject }),
  };
  const states =
    state === 'pending' ? (['open', 'running'] as const) : state === 'all' ? [undefined] : [state];
  const found = await context.store.transaction(async ({ rightsCases, apiKeys }) => {
    const rows: RightsCaseRow[] = [];
    for (const one of states) {
      const only = one === undefined ? {} : { state: one };
      // One more than is shown: whether there are more.
      rows.push(...(await rightsCases.list({ ...filter, ...only, limit: RIGHTS_LIMIT + 1 })));
    }
    return { rows, clients: [...new Set((await apiKeys.list()).map((key) => key.clientId))].sort() };
  });
  const rows = [...found.rows].sort((a, b) => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1));
  return {
    cases: rows.slice(0, RIGHTS_LIMIT).map((row) => ({
      row,
      daysLeft: daysLeftOf(context, row),
      dueDay: dayOf(context.settings.privacy, row.dueAtMs),
    })),
    isCut: rows.length > RIGHTS_LIMIT,
    clients: found.clients,
  };
}
