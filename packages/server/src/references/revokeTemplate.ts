import { HuotiError } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { keptReference } from './keptReference.js';
import { readStored } from './readStored.js';
import { turnStored } from './turnStored.js';

/** What {@link revokeTemplate} takes. */
export interface RevokeTemplateOptions {
  /** From the API key. */
  clientId: string;
  id: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/** As often as it may be replaced meanwhile. */
const TRIES = 3;

/**
 * Puts an enrolled face's template under a new key and destroys the old one: a copy of the table that somebody took before matches nothing
 * any more, neither what is kept from now on nor a fresh picture. The face stays enrolled, and nobody has to be asked for a new picture.
 * Call it for everybody when a table may have been copied, and for a person who asks.
 *
 * It is of no help against somebody who also had the old key, in a backup for example: delete the reference then.
 *
 * Refused: NOT_FOUND, for another client's reference too. Nobody's restriction stands against it: it only guards what is kept.
 *
 * @throws HuotiError HOST_ERROR where its bytes were changed; BUSY where it is replaced again and again
 * @example await revokeTemplate(context, { clientId: 'bank', id: 'customer-17' });
 */
export async function revokeTemplate(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { clientId, id, actor = 'system' }: RevokeTemplateOptions,
): Promise<Answer<{ id: string }>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const read = await readStored(context, (tx) => keptReference(tx, context, { clientId, id }));
    if (!read.ok) return read;
    if (await turnStored(context, read.stored, { actor, action: 'reference-revoke' }))
      return { ok: true, id };
  }
  throw new HuotiError('BUSY', 'the reference is replaced again and again', { retryable: true });
}
