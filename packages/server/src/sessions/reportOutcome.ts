import {
  GATE_CODES,
  REFUSAL_REASONS,
  type GateCode,
  type OutcomeRequest,
  type RefusalReason,
  type SessionView,
} from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { endTakenBack } from '../consent/endTakenBack.js';
import type { ServerContext } from '../context/ServerContext.js';
import { writeVerdict } from '../verdicts/writeVerdict.js';
import { sessionGone } from './sessionGone.js';
import { sessionUnknown } from './sessionUnknown.js';
import { sessionView } from './sessionView.js';

/** What {@link reportOutcome} takes. */
export interface ReportOutcomeOptions {
  /** Of an authenticated client. */
  sessionId: string;
  request: OutcomeRequest;
}

/**
 * Takes the client's own word at evidence level none, once. It is signed as no more than that: `device-only`, never
 * verified. The same outcome again gives the same answer.
 *
 * Refused: SESSION_UNKNOWN, SESSION_EXPIRED, SESSION_USED for another outcome, CONFLICT at other levels, where a platform decides, or before the begin,
 * CONSENT_REQUIRED where the consent was taken back, RESTRICTED, INVALID_ARGUMENT for a reason or gate that does not exist.
 *
 * @example await reportOutcome(context, { sessionId, request: { status: 'completed', durationMs: 9000 } });
 */
export async function reportOutcome(
  context: ServerContext,
  { sessionId, request }: ReportOutcomeOptions,
): Promise<Answer<{ body: SessionView }>> {
  const told = readOutcome(request);
  if (!told) return refused('INVALID_ARGUMENT', 'a failed outcome has a reason, a completed one has none');
  return context.store.transaction(async (tx) => {
    const session = await tx.sessions.getForUpdate(sessionId);
    if (!session) return sessionUnknown();
    if (session.policy.platform !== undefined) {
      return refused('CONFLICT', 'a platform decides this session: its client has no say in it');
    }
    if (session.policy.evidenceLevel !== 'none') {
      return refused('CONFLICT', 'this session is judged by its evidence: its client has no say in it');
    }
    const earlier = session.state === 'decided' ? await tx.verdicts.get(sessionId) : null;
    if (earlier && earlier.reason === told.reason && earlier.gate === told.gate) {
      return { ok: true, body: await sessionView(tx, context, session) };
    }
    const gone = sessionGone(session, context.time.nowMs());
    if (gone) return gone;
    if (session.state !== 'begun') return refused('CONFLICT', 'the session has not begun: ask for its plan');
    const ended = await endTakenBack(tx, context, session);
    if (ended) return ended;
    await writeVerdict(tx, context, {
      session,
      judgement: {
        checks: [],
        verified: false,
        assurance: 'device-only',
        ...told,
        light: false,
        signals: {},
        comparison: { performed: false, same: null, similarity: null, threshold: null, far: null },
        models: {},
        recomputeMs: null,
      },
      actor: `client:${sessionId}`,
    });
    const decided = await tx.sessions.get(sessionId);
    return { ok: true, body: await sessionView(tx, context, decided ?? session) };
  });
}

function readOutcome({
  status,
  reason,
  gate,
}: OutcomeRequest): { reason: RefusalReason | null; gate: GateCode | null } | null {
  if (status === 'completed')
    return reason === undefined && gate === undefined ? { reason: null, gate: null } : null;
  const knownReason = REFUSAL_REASONS.find((one) => one === reason);
  const knownGate = GATE_CODES.find((one) => one === gate);
  if (knownReason === undefined || (gate !== undefined && knownGate === undefined)) return null;
  return { reason: knownReason, gate: knownGate ?? null };
}
