import type { FaceTemplate } from '@huoti/embedder';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { keptReference } from './keptReference.js';
import { plainTemplate } from './plainTemplate.js';
import { readStored } from './readStored.js';

/**
 * An enrolled face's template as the embedder made it, for the person it is of: to be carried to another operator. Also of somebody who
 * asked that nothing of them be used, for this is what they may ask for all the same. Whoever calls writes into the audit log that it went.
 *
 * Refused: NOT_FOUND where there is none, or where its time has run out.
 *
 * @throws HuotiError HOST_ERROR where its bytes were changed
 * @example const { template } = await openPlainTemplate(context, { clientId: 'bank', id: 'customer-17' });
 */
export async function openPlainTemplate(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'time'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<Answer<{ template: FaceTemplate }>> {
  const read = await readStored(context, (tx) => keptReference(tx, context, { clientId, id }));
  return read.ok ? { ok: true, template: plainTemplate(read.stored) } : read;
}
