import type { PlatformIdentity } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { DataKeyRow } from '../ports/rows.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { identitySeal } from './identitySeal.js';

/** Seals an identity with a new data key for its session. Before the transaction: the master key may live elsewhere. */
export async function sealIdentity(
  context: Pick<ServerContext, 'masterKeys' | 'random' | 'time'>,
  { sessionId, identity }: { sessionId: string; identity: PlatformIdentity },
): Promise<{ readonly dataKey: DataKeyRow; readonly sealed: Uint8Array }> {
  const { key, row } = await createDataKey(context);
  const { name, idNumber, openId } = identity;
  const bytes = new TextEncoder().encode(JSON.stringify({ name, idNumber, openId }));
  const sealed = sealBytes({ key, bytes, boundTo: identitySeal(sessionId), random: context.random });
  bytes.fill(0);
  return { dataKey: row, sealed };
}
