import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow, VerdictRow } from '../ports/rows.js';
import type { SessionFilter } from '../ports/Store.js';

/** One session in a list: what its owner's backend may know without asking for the signed result. */
export interface SessionSummary {
  readonly sessionId: string;
  readonly subject: string | null;
  readonly referenceId: string | null;
  readonly policy: string;
  readonly state: SessionRow['state'];
  readonly issuedAtMs: number;
  readonly decidedAtMs: number | null;
  /** `null` before there is a verdict. */
  readonly verdict: Pick<VerdictRow, 'verified' | 'assurance' | 'reason'> | null;
}

/** What {@link listSessions} takes. */
export interface ListSessionsOptions extends Omit<SessionFilter, 'clientId'> {
  /** From the API key. */
  clientId: string;
}

/**
 * A client's sessions, newest first; `next` is where the following page begins.
 *
 * @example const { sessions, next } = await listSessions(context, { clientId: 'bank', limit: 20 });
 */
export async function listSessions(
  { store }: Pick<ServerContext, 'store'>,
  { limit = 50, ...filter }: ListSessionsOptions,
): Promise<Answer<{ sessions: readonly SessionSummary[]; next: SessionFilter['before'] | null }>> {
  const asked = Math.max(1, Math.min(limit, 200));
  const rows = await store.transaction((tx) => tx.sessions.list({ ...filter, limit: asked }));
  const last = rows[rows.length - 1]?.session;
  return {
    ok: true,
    sessions: rows.map(({ session, verdict }) => ({
      sessionId: session.id,
      subject: session.subject,
      referenceId: session.referenceId,
      policy: session.policy.name,
      state: session.state,
      issuedAtMs: session.issuedAtMs,
      decidedAtMs: session.decidedAtMs,
      verdict: verdict && {
        verified: verdict.verified,
        assurance: verdict.assurance,
        reason: verdict.reason,
      },
    })),
    next: last && rows.length === asked ? { issuedAtMs: last.issuedAtMs, id: last.id } : null,
  };
}
