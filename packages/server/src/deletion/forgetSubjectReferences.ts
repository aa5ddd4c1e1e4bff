import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { destroyKeys } from '../references/destroyKeys.js';
import { lockReference } from '../references/lockReference.js';
import { forgetSession } from '../retention/forgetSession.js';
import type { DeletionScope } from './DeletionScope.js';
import { endSubjectSessions } from './endSubjectSessions.js';

/**
 * Deletes a person's enrolled faces, each with its keys. Before it, whatever names it: sessions of nobody in particular are about this person
 * and go; one of somebody else keeps its verdict and forgets whose face it was compared with. Open ones are ended, for without the face they
 * would be decided without a comparison.
 */
export async function forgetSubjectReferences(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  scope: DeletionScope,
): Promise<void> {
  const { store } = context;
  const { clientId, subject, pseudonym, tally, signal } = scope;
  const references = await store.transaction((tx) => tx.references.listOf(clientId, subject));
  for (const { id } of references) {
    await endSubjectSessions(context, scope, { clientId, referenceId: id });
    await forgetNamingSessions(context, scope, id);
    signal?.throwIfAborted();
    await store.transaction(async (tx) => {
      await lockReference(tx, { clientId, id });
      // Named by a session that was written meanwhile: without the face nothing would lead to that one. The next round does.
      if ((await tx.sessions.list({ clientId, referenceId: id, limit: 1 })).length > 0) return;
      const gone = await tx.references.delete(clientId, id);
      if (!gone) return;
      await destroyKeys(tx, gone);
      await tx.attempts.deleteOfScope(`reference:${clientId}:${id}`);
      await tally(tx, { references: 1 });
      await writeAudit(tx, context, {
        action: 'reference-delete',
        object: `${clientId}/${pseudonym}`,
        pseudonym,
      });
    });
  }
}

async function forgetNamingSessions(
  context: Pick<ServerContext, 'store' | 'blobs' | 'time'>,
  { clientId, subject, pseudonym, tally, batch, signal }: DeletionScope,
  referenceId: string,
): Promise<void> {
  for (;;) {
    const naming = await context.store.transaction((tx) =>
      tx.sessions.list({ clientId, referenceId, limit: batch }),
    );
    for (const { session } of naming) {
      signal?.throwIfAborted();
      const sessionId = session.id;
      if (session.subject === null || session.subject === subject) {
        await forgetSession(context, { sessionId, withReceipts: true, pseudonym, tally, signal });
      } else {
        await context.store.transaction((tx) => tx.sessions.update(sessionId, { referenceId: null }));
      }
    }
    if (naming.length < batch) return;
  }
}
