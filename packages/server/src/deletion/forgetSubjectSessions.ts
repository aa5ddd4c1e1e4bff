import type { ServerContext } from '../context/ServerContext.js';
import { forgetSession } from '../retention/forgetSession.js';
import type { DeletionScope } from './DeletionScope.js';

/** Deletes all of a person's sessions, with their receipts. */
export async function forgetSubjectSessions(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  { clientId, subject, pseudonym, tally, batch, signal }: DeletionScope,
): Promise<void> {
  for (;;) {
    const found = await context.store.transaction((tx) =>
      tx.sessions.list({ clientId, subject, limit: batch }),
    );
    for (const { session } of found) {
      signal?.throwIfAborted();
      await forgetSession(context, { sessionId: session.id, withReceipts: true, pseudonym, tally, signal });
    }
    if (found.length < batch) return;
  }
}
