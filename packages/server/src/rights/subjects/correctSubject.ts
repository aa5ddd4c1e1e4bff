import { AGE_BANDS, type AgeBand } from '@huoti/protocol';
import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { actOnSubject } from './actOnSubject.js';
import type { SubjectAct } from './SubjectAct.js';

/** What {@link correctSubject} takes. */
export interface CorrectSubjectOptions extends SubjectAct {
  ageBand: AgeBand;
}

/**
 * Puts a person's age band right: consents and times of keeping go by the new one from now on. A wrong face is put right by enrolling it again.
 *
 * Refused: NOT_FOUND for somebody unknown, INVALID_ARGUMENT for what is no age band, CONFLICT while everything of the person is being deleted.
 *
 * @example await correctSubject(context, { clientId: 'bank', subject: 'customer-17', ageBand: 'teen' });
 */
export async function correctSubject(
  context: ServerContext,
  { ageBand, actor = 'system', ...whom }: CorrectSubjectOptions,
): Promise<Answer<{ ageBand: AgeBand }>> {
  if (!AGE_BANDS.includes(ageBand)) {
    return refused('INVALID_ARGUMENT', `ageBand: one of ${AGE_BANDS.join(', ')}`);
  }
  return actOnSubject(context, whom, async (tx, { row, pseudonym }) => {
    const { clientId, subject, ageBand: before } = row;
    if (before === ageBand) return { ok: true, ageBand };
    await tx.subjects.update(clientId, subject, { ageBand });
    await writeAudit(tx, context, {
      actor,
      action: 'subject-correct',
      object: `${clientId}/${pseudonym}`,
      pseudonym,
      facts: { from: before, to: ageBand },
    });
    return { ok: true, ageBand };
  });
}
