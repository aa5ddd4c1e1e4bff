import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { DeletionTally } from '../deletion/DeletionTally.js';
import type { PartRow } from '../ports/rows.js';

/** What {@link forgetParts} takes. */
export interface ForgetPartsOptions {
  signal: AbortSignal | undefined;
  /** Whose they were, for the audit log. @default null */
  pseudonym?: string | null;
  /** Counts `pictures` and `evidence`. @default nobody counts */
  tally?: DeletionTally;
}

/**
 * Deletes parts of ended sessions for good: first the bytes, then the rows that lead to them, so that after a crash the next
 * run finds what is left. With a session's last part its data key goes too, and any copy of the bytes is unreadable.
 *
 * @returns how many rows went
 */
export async function forgetParts(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  parts: readonly PartRow[],
  { signal, pseudonym = null, tally }: ForgetPartsOptions,
): Promise<number> {
  const bySession = new Map<string, PartRow[]>();
  for (const part of parts) bySession.set(part.sessionId, [...(bySession.get(part.sessionId) ?? []), part]);
  for (const [sessionId, rows] of bySession) {
    for (const { blobKey } of rows) await context.blobs.delete(blobKey, signal ? { signal } : {});
    await context.store.transaction(async (tx) => {
      const session = await tx.sessions.getForUpdate(sessionId);
      for (const { name } of rows) await tx.parts.delete(sessionId, name);
      const left = await tx.parts.list(sessionId);
      const dataKeyId = session?.dataKeyId ?? null;
      if (left.length === 0 && dataKeyId !== null) {
        await tx.sessions.update(sessionId, { dataKeyId: null });
        await tx.dataKeys.delete(dataKeyId);
      }
      const pictures = rows.filter(({ name }) => name.startsWith('picture-')).length;
      const others = rows.length - pictures;
      await tally?.(tx, { pictures, evidence: others });
      await writeAudit(tx, context, {
        action: 'evidence-delete',
        object: sessionId,
        pseudonym,
        facts: { pictures, others, left: left.length },
      });
    });
  }
  return parts.length;
}
