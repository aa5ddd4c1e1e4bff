import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { StoreTransaction } from '../../ports/Store.js';
import { destroyKeys } from '../../references/destroyKeys.js';
import type { HeldSubject } from './actOnSubject.js';
import { endOpenSessions } from './endOpenSessions.js';
import type { SubjectAct } from './SubjectAct.js';

/**
 * Takes back every consent of a person and of the person's guardians, within a transaction that holds the person's row. Sessions without a
 * verdict end, and enrolled faces go for good, since they are kept for sessions to come only. What was decided before was lawful and stays
 * until its time. A new consent counts again.
 */
export async function withdrawWithin(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  { row: { clientId, subject }, pseudonym }: HeldSubject,
  { actor = 'system' }: Pick<SubjectAct, 'actor'>,
): Promise<void> {
  const nowMs = context.time.nowMs();
  const consents = await tx.consents.withdraw(clientId, subject, nowMs);
  const guardianConsents = await tx.guardianConsents.withdraw(clientId, subject, nowMs);
  await tx.subjects.update(clientId, subject, { withdrawnAtMs: nowMs });
  const sessions = await endOpenSessions(tx, context, { clientId, subject, why: 'withdrawn' });
  const references = await tx.references.listOf(clientId, subject);
  for (const reference of references) {
    await tx.references.delete(clientId, reference.id);
    await destroyKeys(tx, reference);
  }
  await writeAudit(tx, context, {
    actor,
    action: 'consent-withdraw',
    object: `${clientId}/${pseudonym}`,
    pseudonym,
    facts: { consents, guardianConsents, sessions, references: references.length },
  });
}
