import type { SessionView } from '@huoti/protocol';
import { retryAfterMs } from '../attempts/retryAfterMs.js';
import type { ServerContext } from '../context/ServerContext.js';
import { refusedHosts } from '../hosts/refusedHosts.js';
import type { SessionRow, VerdictRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/**
 * What a client may know of its own session. Why it was refused is said only where the person can mend it: anything more
 * would teach an attacker.
 */
export async function sessionView(
  tx: Pick<StoreTransaction, 'parts' | 'verdicts' | 'attempts'>,
  context: Pick<ServerContext, 'settings' | 'time'>,
  session: SessionRow,
): Promise<SessionView> {
  const { id, state, policy, expiresAtMs, receiptId } = session;
  const parts = await tx.parts.list(id);
  return {
    sessionId: id,
    state,
    policy: { ...policy },
    expiresAtMs,
    consented: receiptId !== null,
    legalGround: session.legalGround?.ground ?? null,
    refusedHosts: [...refusedHosts(policy, context.settings)],
    parts: parts.map(({ name, bytes, sha256 }) => ({ part: name, bytes, sha256 })),
    outcome: await outcomeOf(tx, context, session),
  };
}

async function outcomeOf(
  tx: Pick<StoreTransaction, 'verdicts' | 'attempts'>,
  context: Pick<ServerContext, 'settings' | 'time'>,
  session: SessionRow,
): Promise<SessionView['outcome']> {
  const verdict = session.state === 'decided' ? await tx.verdicts.get(session.id) : null;
  const reason = reasonOf(session, verdict);
  if (reason === undefined) return null;
  if (reason === null) return { status: 'completed', reason: null, gate: null, retryAfterS: null };
  const isTold = context.settings.clientReasons.some((one) => one === reason);
  const waitMs = await retryAfterMs(tx, context, session);
  return {
    status: 'failed',
    reason: isTold ? reason : null,
    gate: isTold ? (verdict?.gate ?? null) : null,
    retryAfterS: waitMs > 0 ? Math.ceil(waitMs / 1000) : null,
  };
}

/** Undefined where nothing is decided. */
function reasonOf({ state }: SessionRow, verdict: VerdictRow | null): string | null | undefined {
  if (verdict) return verdict.reason;
  return state === 'expired' ? 'SESSION_EXPIRED' : undefined;
}
