import { isHuotiError } from '@huoti/protocol';
import type { ServerContext } from '../../context/ServerContext.js';
import { readPart } from '../../evidence/readPart.js';
import type { PartRow } from '../../ports/rows.js';
import { openDataKey } from '../../sealing/openDataKey.js';
import type { ArchiveLeftOut } from './archiveLeftOut.js';

type EvidenceContext = Pick<ServerContext, 'store' | 'blobs' | 'masterKeys'>;

/** The plain bytes of a piece of evidence, or why there are none. */
export type OpenedEvidence =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: ArchiveLeftOut };

/** Whether a fault is of the stored bytes themselves, or of their key; a store that is away says nothing of them. */
const isOfBytes = (error: unknown): boolean =>
  isHuotiError(error, 'HOST_ERROR') || isHuotiError(error, 'INVALID_ARGUMENT');

/**
 * Opens pieces of one session for an archive, its key once. What is gone or was changed is told, so that the rest is given all the same; a
 * store that is away ends the archive.
 *
 * @returns a function that throws HuotiError BUSY, ABORTED
 */
export function openEvidence(
  context: EvidenceContext,
  { keyId, signal }: { keyId: string | null; signal: AbortSignal | undefined },
): (part: PartRow) => Promise<OpenedEvidence> {
  let key: Promise<Uint8Array> | null = null;
  return async (part) => {
    try {
      if (keyId !== null) {
        key ??= openDataKey(context, keyId);
        return { ok: true, bytes: await readPart(context, part, { key: await key, signal }) };
      }
    } catch (error) {
      if (!isOfBytes(error)) throw error;
    }
    // A row that is still there leads to bytes that should be, too.
    const row = await context.store.transaction((tx) => tx.parts.get(part.sessionId, part.name));
    return { ok: false, why: row === null ? 'gone' : 'unreadable' };
  };
}
