import type { SessionView } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { endTakenBack } from '../consent/endTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import { sessionGone } from '../sessions/sessionGone.js';
import { sessionUnknown } from '../sessions/sessionUnknown.js';
import { sessionView } from '../sessions/sessionView.js';

/** What {@link completePlatform} takes. */
export interface CompletePlatformOptions {
  /** Of an authenticated client. */
  sessionId: string;
}

/**
 * The person is back from the platform's screen: in one transaction the session is marked and the job that asks the platform is
 * enqueued. Nothing that the client says is believed, and it says nothing. Again, it gives the session as it stands.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, CONSENT_REQUIRED where the consent was taken back, RESTRICTED, CONFLICT before the begin and for a session that no platform decides.
 *
 * @example await completePlatform(context, { sessionId });
 */
export async function completePlatform(
  context: ServerContext,
  { sessionId }: CompletePlatformOptions,
): Promise<Answer<{ body: SessionView }>> {
  const { store, time } = context;
  return store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    if (session.policy.platform === undefined) {
      return refused('CONFLICT', 'no platform decides this session: complete it with its evidence');
    }
    if (session.state === 'completed' || session.state === 'decided') {
      return { ok: true, body: await sessionView(tx, context, session) };
    }
    const gone = sessionGone(session, time.nowMs());
    if (gone) return gone;
    if (session.state !== 'begun') {
      return refused('CONFLICT', "the session has not begun: ask for the platform's id first");
    }
    const ended = await endTakenBack(tx, context, session);
    if (ended) return ended;
    const changes = { state: 'completed', completedAtMs: time.nowMs() } as const;
    await tx.sessions.update(sessionId, changes);
    await tx.jobs.enqueue('platform', { sessionId }, { key: sessionId });
    await writeAudit(tx, context, {
      actor: `client:${sessionId}`,
      action: 'platform-complete',
      object: sessionId,
    });
    return { ok: true, body: await sessionView(tx, context, { ...session, ...changes }) };
  });
}
