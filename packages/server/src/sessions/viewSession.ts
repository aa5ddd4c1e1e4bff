import type { SessionView } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import { sessionUnknown } from './sessionUnknown.js';
import { sessionView } from './sessionView.js';

/** What {@link viewSession} takes. */
export interface ViewSessionOptions {
  sessionId: string;
  /** For a backend: the client of its API key. Left out for an authenticated client of the session itself. */
  clientId?: string;
}

/**
 * Where a session stands, as its own client may know it.
 *
 * Refused: SESSION_UNKNOWN, for another client's session too.
 *
 * @example const view = await viewSession(context, { sessionId });
 */
export async function viewSession(
  context: Pick<ServerContext, 'store' | 'settings' | 'time'>,
  { sessionId, clientId }: ViewSessionOptions,
): Promise<Answer<{ body: SessionView }>> {
  return context.store.transaction(async (tx) => {
    const session = await tx.sessions.get(sessionId);
    if (!session || (clientId !== undefined && session.clientId !== clientId)) return sessionUnknown();
    return { ok: true, body: await sessionView(tx, context, session) };
  });
}
