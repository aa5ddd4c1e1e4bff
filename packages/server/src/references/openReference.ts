import { HuotiError } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { readStored } from './readStored.js';
import type { TurnedReference } from './TurnedReference.js';
import { turnStored } from './turnStored.js';
import { usableReference } from './usableReference.js';

/** As often as a reference may be replaced while it is opened. */
const TRIES = 3;

/**
 * An enrolled face, to compare with. One that was stored before there were turns is turned now.
 *
 * Refused: NOT_FOUND where there is none, or where its time has run out; RESTRICTED where its person asked that nothing of them be used, or
 * is being deleted.
 *
 * @throws HuotiError HOST_ERROR where its bytes were changed; BUSY where it is replaced again and again
 */
export async function openReference(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<Answer<{ reference: TurnedReference; subject: string }>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read = await readStored(context, (tx) => usableReference(tx, context, { clientId, id }));
    if (!read.ok) return read;
    const { template, turnKey, row } = read.stored;
    if (turnKey !== null) return { ok: true, reference: { template, turnKey }, subject: row.subject };
    await turnStored(context, read.stored, { actor: 'system', action: 'reference-turn' });
  }
  throw new HuotiError('BUSY', 'the reference is replaced again and again', { retryable: true });
}
