import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { StoreTransaction } from '../../ports/Store.js';
import type { HeldSubject } from './actOnSubject.js';
import { endOpenSessions } from './endOpenSessions.js';
import type { SubjectAct } from './SubjectAct.js';

/** `restrictSubject` within a transaction that holds the person. @returns since when */
export async function restrictWithin(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  { row, pseudonym }: HeldSubject,
  { actor = 'system' }: Pick<SubjectAct, 'actor'>,
): Promise<number> {
  if (row.restrictedAtMs !== null) return row.restrictedAtMs;
  const { clientId, subject } = row;
  const restrictedAtMs = context.time.nowMs();
  await tx.subjects.update(clientId, subject, { restrictedAtMs });
  const sessions = await endOpenSessions(tx, context, { clientId, subject, why: 'restricted' });
  await writeAudit(tx, context, {
    actor,
    action: 'subject-restrict',
    object: `${clientId}/${pseudonym}`,
    pseudonym,
    facts: { sessions },
  });
  return restrictedAtMs;
}
