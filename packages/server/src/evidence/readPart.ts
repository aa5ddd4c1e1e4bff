import { createHash } from 'node:crypto';
import { HuotiError } from '@huoti/protocol';
import { isSameDigest } from '../clients/isSameDigest.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { PartRow } from '../ports/rows.js';
import { openBytes } from '../sealing/openBytes.js';
import { partSeal } from './partSeal.js';

/**
 * The plain bytes of a stored part.
 *
 * @throws HuotiError HOST_ERROR where the blob is gone, was changed, or is another's; ABORTED
 */
export async function readPart(
  { blobs }: Pick<ServerContext, 'blobs'>,
  { sessionId, name, sha256, blobKey }: PartRow,
  { key, signal }: { key: Uint8Array; signal?: AbortSignal | undefined },
): Promise<Uint8Array> {
  const sealed = await blobs.get(blobKey, signal ? { signal } : {});
  if (!sealed) throw new HuotiError('HOST_ERROR', `the blob of ${name} is gone`, { retryable: true });
  const bytes = openBytes({ key, sealed, boundTo: partSeal(sessionId, name) });
  // An older part of the same name, put back by whoever can write to the store, opens but has another hash.
  if (!isSameDigest(createHash('sha256').update(bytes).digest('hex'), sha256)) {
    throw new HuotiError('HOST_ERROR', `the blob of ${name} holds other bytes than were accepted`);
  }
  return bytes;
}
