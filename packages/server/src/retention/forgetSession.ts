import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { DeletionTally } from '../deletion/DeletionTally.js';
import { forgetParts } from './forgetParts.js';

/** What {@link forgetSession} takes. */
export interface ForgetSessionOptions {
  sessionId: string;
  /** Its receipts too, which have a time of their own otherwise. @default false */
  withReceipts?: boolean;
  /** Whose it was, for the audit log. @default null */
  pseudonym?: string | null;
  /** @default nobody counts */
  tally?: DeletionTally;
  signal: AbortSignal | undefined;
}

/**
 * Deletes one session that has ended: what evidence is left, then its row with verdict, platform check and notices, its tries, its jobs and
 * its key. Idempotent.
 *
 * @returns false where it was gone already
 */
export async function forgetSession(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  { sessionId, withReceipts = false, pseudonym = null, tally, signal }: ForgetSessionOptions,
): Promise<boolean> {
  const parts = await context.store.transaction((tx) => tx.parts.list(sessionId));
  await forgetParts(context, parts, { signal, pseudonym, ...(tally ? { tally } : {}) });
  return context.store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return false;
    const receipts = withReceipts ? await tx.consents.deleteOfSession(sessionId) : 0;
    await tx.attempts.deleteOfSession(sessionId);
    await tx.jobs.dropOfSession(sessionId);
    await tx.sessions.delete(sessionId);
    if (session.dataKeyId !== null) await tx.dataKeys.delete(session.dataKeyId);
    await tally?.(tx, { sessions: 1, receipts });
    await writeAudit(tx, context, {
      action: 'session-delete',
      object: sessionId,
      pseudonym,
      facts: { was: session.state },
    });
    return true;
  });
}
