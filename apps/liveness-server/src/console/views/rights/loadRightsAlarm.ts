import { filingState, type FilingState, type ServerContext } from '@huoti/server';

/** What somebody has to see on whatever page they come to first. */
export interface RightsAlarm {
  /** Requests past their due date. */
  readonly overdue: number;
  readonly filing: FilingState;
}

/** Reads it: two counts, however much is kept. */
export async function loadRightsAlarm(
  context: Pick<ServerContext, 'store' | 'settings' | 'time'>,
): Promise<RightsAlarm> {
  const nowMs = context.time.nowMs();
  const { due } = await context.store.transaction((tx) => tx.rightsCases.countOpen(nowMs));
  return { overdue: due, filing: await filingState(context) };
}
