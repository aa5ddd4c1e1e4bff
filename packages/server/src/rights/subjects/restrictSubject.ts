import type { Answer } from '../../answers/Answer.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { actOnSubject } from './actOnSubject.js';
import { restrictWithin } from './restrictWithin.js';
import type { SubjectAct } from './SubjectAct.js';

/**
 * Stops the use of everything that is kept of a person: sessions are refused RESTRICTED, faces are not compared, and sessions without a
 * verdict end. What is kept stays, and still goes when its time is over. Done before, it changes nothing.
 *
 * Refused: NOT_FOUND for somebody unknown, CONFLICT while everything of the person is being deleted.
 *
 * @example await restrictSubject(context, { clientId: 'bank', subject: 'customer-17', actor: `key:${keyId}` });
 */
export function restrictSubject(
  context: ServerContext,
  act: SubjectAct,
): Promise<Answer<{ restrictedAtMs: number }>> {
  return actOnSubject(context, act, async (tx, held) => ({
    ok: true,
    restrictedAtMs: await restrictWithin(tx, context, held, act),
  }));
}
