import type { Answer } from '../../answers/Answer.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { actOnSubject } from './actOnSubject.js';
import type { SubjectAct } from './SubjectAct.js';

/**
 * Allows again what `restrictSubject` stopped: only at the person's own wish, or where the law lets the operator. Without a restriction it
 * changes nothing.
 *
 * Refused: NOT_FOUND for somebody unknown, CONFLICT while everything of the person is being deleted.
 *
 * @example await liftRestriction(context, { clientId: 'bank', subject: 'customer-17', actor: `key:${keyId}` });
 */
export function liftRestriction(
  context: ServerContext,
  { actor = 'system', ...whom }: SubjectAct,
): Promise<Answer<{ wasRestricted: boolean }>> {
  return actOnSubject(context, whom, async (tx, { row, pseudonym }) => {
    const { clientId, subject, restrictedAtMs } = row;
    if (restrictedAtMs === null) return { ok: true, wasRestricted: false };
    await tx.subjects.update(clientId, subject, { restrictedAtMs: null });
    await writeAudit(tx, context, {
      actor,
      action: 'subject-unrestrict',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { restrictedAtMs },
    });
    return { ok: true, wasRestricted: true };
  });
}
