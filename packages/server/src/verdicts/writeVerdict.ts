import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { forgetIdentity } from '../platform/forgetIdentity.js';
import type { Judgement } from '../judge/Judgement.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { randomId } from '../sealing/randomId.js';
import { noticeSession } from '../webhooks/noticeSession.js';

/** What {@link writeVerdict} takes. */
export interface WriteVerdictOptions {
  /** Held by the transaction. */
  session: SessionRow;
  /** `recomputeMs` is `null` where nothing was recomputed. */
  judgement: Omit<Judgement, 'recomputeMs'> & { readonly recomputeMs: number | null };
  /** @default "system" */
  actor?: string;
}

/**
 * The one verdict of a session and all that follows from it, in one transaction: the session is decided, its try is
 * settled, its client is told.
 *
 * @returns false where there was a verdict already: it stands, and nothing is changed
 */
export async function writeVerdict(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random' | 'settings'>,
  { session, judgement, actor = 'system' }: WriteVerdictOptions,
): Promise<boolean> {
  const { models, ...rest } = judgement;
  const decidedAtMs = context.time.nowMs();
  const isFirst = await tx.verdicts.insertOnce({
    ...rest,
    sessionId: session.id,
    id: randomId(context.random),
    clientId: session.clientId,
    engine: { version: context.settings.engineVersion, models },
    decidedAtMs,
  });
  if (!isFirst) return false;
  await tx.sessions.update(session.id, { state: 'decided', decidedAtMs });
  await tx.attempts.settle(session.id, judgement.reason === null ? 'passed' : 'failed');
  await forgetIdentity(tx, context, session);
  await noticeSession(tx, context, session, 'session.decided');
  await writeAudit(tx, context, {
    actor,
    action: 'session-decide',
    object: session.id,
    facts: {
      verified: judgement.verified,
      assurance: judgement.assurance,
      reason: judgement.reason,
    },
  });
  return true;
}
