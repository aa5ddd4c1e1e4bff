import type { ServerContext } from '../context/ServerContext.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { DeletionScope } from './DeletionScope.js';

/**
 * Deletes what is left beside sessions and faces: receipts of sessions that are long gone, guardians' consents, tries. Cases stay as numbers:
 * who asked and what was noted is taken out of them. The case that this deletion answers waits for its end.
 */
export async function forgetSubjectPapers(
  context: Pick<ServerContext, 'store' | 'time'>,
  { deletionId, clientId, subject, pseudonym, tally, batch, signal }: DeletionScope,
): Promise<void> {
  const { store, time } = context;
  signal?.throwIfAborted();
  await store.transaction(async (tx) => {
    const receipts = await tx.consents.deleteOf(clientId, subject);
    const guardianConsents = await tx.guardianConsents.deleteOf(clientId, subject);
    await tx.attempts.deleteOfScope(`subject:${clientId}:${subject}`);
    await tally(tx, { receipts, guardianConsents });
    if (receipts + guardianConsents === 0) return;
    await writeAudit(tx, context, {
      action: 'receipts-delete',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { receipts, guardianConsents },
    });
  });
  for (;;) {
    signal?.throwIfAborted();
    const count = await store.transaction(async (tx) => {
      const own = (await tx.deletions.get(deletionId))?.caseId ?? null;
      const found = await tx.rightsCases.list({ clientId, subject, limit: batch + 1 });
      const others = found.filter(({ id }) => id !== own);
      for (const { id, closedAtMs } of others) {
        const closing = { state: 'done', closedAtMs: time.nowMs(), closedBy: 'system' } as const;
        await tx.rightsCases.update(id, {
          subject: null,
          note: null,
          deletionId,
          ...(closedAtMs === null ? closing : {}),
        });
      }
      await tally(tx, { cases: others.length });
      return found.length > batch ? others.length : 0;
    });
    if (count === 0) return;
  }
}
