import type { ServerContext } from '@huoti/server';
import type { RightsState } from '../metrics/watchRightsCases.js';

/** How many requests of people wait for an answer: one count over those that are not closed. */
export async function readRightsState({
  store,
  time,
}: Pick<ServerContext, 'store' | 'time'>): Promise<RightsState> {
  const { open, due } = await store.transaction((tx) => tx.rightsCases.countOpen(time.nowMs()));
  return { open, overdue: due };
}
