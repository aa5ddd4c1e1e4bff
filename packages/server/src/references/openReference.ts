import { parseTemplate, type FaceTemplate } from '@huoti/embedder';
import type { ServerContext } from '../context/ServerContext.js';
import { openBytes } from '../sealing/openBytes.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { referenceSeal } from './referenceSeal.js';

/**
 * An enrolled face's template; `null` where there is none, or where its time has run out.
 *
 * @throws HuotiError HOST_ERROR where its bytes were changed
 */
export async function openReference(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'time'>,
  { clientId, id }: { clientId: string; id: string },
): Promise<FaceTemplate | null> {
  const row = await context.store.transaction((tx) => tx.references.get(clientId, id));
  if (!row || (row.expiresAtMs !== null && row.expiresAtMs <= context.time.nowMs())) return null;
  const key = await openDataKey(context, row.dataKeyId);
  return parseTemplate(openBytes({ key, sealed: row.template, boundTo: referenceSeal(clientId, id) }));
}
