import {
  GATE_CODES,
  REFUSAL_REASONS,
  type GateCode,
  type LivenessResult,
  type SessionOutcome,
  type SessionView,
} from '@huoti/protocol';
import type { ServerRefusal } from '../api/ServerRefusal.js';

/** The gate of a failed result, where it names one. */
const gateOf = (result: LivenessResult | null): GateCode | null =>
  result !== null && result.status === 'failed' ? (result.gate ?? null) : null;

/**
 * What the person is told, from the server's view. Where the server gives no reason, the device's own stands: it is what the
 * person saw happen.
 *
 * @param result how the session went on the device; `null` where it was not run here
 */
export function outcomeOfView(view: SessionView, result: LivenessResult | null): SessionOutcome {
  const { sessionId, state, outcome } = view;
  const local = result !== null && result.status === 'failed' ? result.reason : null;
  const common = { sessionId, retryAfterS: outcome?.retryAfterS ?? null, decided: outcome !== null };
  if (outcome === null) {
    if (state === 'expired') {
      return { ...common, status: 'failed', reason: 'SESSION_EXPIRED', gate: null, decided: true };
    }
    return local === null
      ? { ...common, status: 'completed', reason: null, gate: null }
      : { ...common, status: 'failed', reason: local, gate: gateOf(result) };
  }
  if (outcome.status === 'completed') return { ...common, status: 'completed', reason: null, gate: null };
  const told = REFUSAL_REASONS.find((known) => known === outcome.reason) ?? null;
  const reason = told ?? local;
  const gate =
    reason === 'QUALITY_TOO_LOW'
      ? (GATE_CODES.find((known) => known === outcome.gate) ?? gateOf(result))
      : null;
  return { ...common, status: 'failed', reason, gate };
}

/** What the person is told where the server refused the session itself. */
export const outcomeOfRefusal = (
  sessionId: string,
  { reason, retryAfterS }: ServerRefusal,
): SessionOutcome => ({ sessionId, status: 'failed', reason, gate: null, retryAfterS, decided: true });
