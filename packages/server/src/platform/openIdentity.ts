import { HuotiError, type PlatformIdentity } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { PlatformCheckRow } from '../ports/PlatformCheckRow.js';
import type { SessionRow } from '../ports/rows.js';
import { openBytes } from '../sealing/openBytes.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { identitySeal } from './identitySeal.js';

/**
 * Unseals the identity of a session, for the length of one call.
 *
 * @throws HuotiError HOST_ERROR where its key is gone or its bytes were changed
 */
export async function openIdentity(
  context: Pick<ServerContext, 'store' | 'masterKeys'>,
  { id, dataKeyId }: Pick<SessionRow, 'id' | 'dataKeyId'>,
  { identity }: Pick<PlatformCheckRow, 'identity'>,
): Promise<PlatformIdentity> {
  if (dataKeyId === null) throw new HuotiError('HOST_ERROR', 'the key of a sealed identity is gone');
  const key = await openDataKey(context, dataKeyId);
  const bytes = openBytes({ key, sealed: identity, boundTo: identitySeal(id) });
  const opened = JSON.parse(new TextDecoder().decode(bytes)) as PlatformIdentity;
  bytes.fill(0);
  return opened;
}
