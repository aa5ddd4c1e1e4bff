import type { Answer } from '../../answers/Answer.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { actOnSubject } from './actOnSubject.js';
import type { SubjectAct } from './SubjectAct.js';
import { withdrawWithin } from './withdrawWithin.js';

/**
 * Takes back every consent of a person; what it does besides stands at `withdrawWithin`.
 *
 * Refused: NOT_FOUND for somebody unknown, CONFLICT while everything of the person is being deleted.
 *
 * @example await withdrawConsents(context, { clientId: 'bank', subject: 'customer-17', actor: `key:${keyId}` });
 */
export function withdrawConsents(
  context: ServerContext,
  act: SubjectAct,
): Promise<Answer<{ withdrawnAtMs: number }>> {
  return actOnSubject(context, act, async (tx, held) => {
    await withdrawWithin(tx, context, held, act);
    return { ok: true, withdrawnAtMs: context.time.nowMs() };
  });
}
