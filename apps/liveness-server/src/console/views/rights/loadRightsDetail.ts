import {
  type AuditRow,
  countKept,
  type DeletionRow,
  type KeptCounts,
  type OperatorRow,
  type ServerContext,
} from '@huoti/server';
import { dayOf } from './dayOf.js';
import { daysLeftOf, type ListedCase } from './loadRightsList.js';

/** Everything that the page of one request shows. */
export interface RightsDetail extends ListedCase {
  /** `null` where nothing is kept of the person. */
  readonly kept: KeptCounts | null;
  readonly deletion: DeletionRow | null;
  /** Newest first. */
  readonly trail: readonly AuditRow[];
  /** To name those who did it. */
  readonly operators: readonly OperatorRow[];
}

/** Entries of the log that are shown. */
const TRAIL = 50;

/** Reads one request; `null` where there is none. */
export async function loadRightsDetail(
  context: Pick<ServerContext, 'store' | 'settings' | 'time'>,
  id: string,
): Promise<RightsDetail | null> {
  const found = await context.store.transaction(async (tx) => {
    const row = await tx.rightsCases.get(id);
    if (row === null) return null;
    return {
      row,
      deletion: row.deletionId === null ? null : await tx.deletions.get(row.deletionId),
      trail: await tx.audit.list({ object: id, limit: TRAIL }),
      operators: await tx.operators.list(),
    };
  });
  if (found === null) return null;
  const { clientId, subject } = found.row;
  const kept = subject === null ? null : await countKept(context, { clientId, subject });
  const { row } = found;
  const dueDay = dayOf(context.settings.privacy, row.dueAtMs);
  return { ...found, kept, dueDay, daysLeft: daysLeftOf(context, row) };
}
