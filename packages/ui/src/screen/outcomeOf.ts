import type { ErrorCode, GateCode, LivenessResult, RefusalReason, SessionOutcome } from '@huoti/protocol';
import { errorGuidance } from '../guidance/errorGuidance.js';
import { refusalGuidance } from '../guidance/refusalGuidance.js';
import type { ScreenOutcome } from './ScreenState.js';

/** What the last screen says of a result. A picture that was too poor gets the words of the gate that failed. */
export function outcomeOfResult(result: LivenessResult): ScreenOutcome {
  if (result.status === 'completed') {
    return {
      status: 'completed',
      assurance: result.assurance,
      titleKey: 'result.completed.title',
      bodyKey: `result.completed.${result.assurance}`,
    };
  }
  const refusal = refused(result.reason, result.gate ?? null, null);
  // Nobody was slow who moved away from the colours: other words help.
  const last = result.challenges[result.challenges.length - 1];
  const moved =
    result.reason === 'CHALLENGE_TIMEOUT' && last?.action === 'light' && last.status === 'violated';
  return moved ? { ...refusal, titleKey: 'light.moved.title', bodyKey: 'light.moved.body' } : refusal;
}

/** What the last screen says where a server decides: thanks, or what a person can do differently. Never a verdict. */
export function outcomeOfSession({
  status,
  reason,
  gate,
  retryAfterS,
  decided,
}: SessionOutcome): ScreenOutcome {
  if (status === 'completed') {
    return {
      status: 'completed',
      assurance: null,
      titleKey: 'result.completed.title',
      bodyKey: decided ? 'result.completed.sent' : 'result.completed.pending',
    };
  }
  if (reason !== null) return refused(reason, gate, retryAfterS);
  return {
    status: 'failed',
    reason: null,
    gate: null,
    retryAfterS,
    titleKey: 'result.unconfirmed.title',
    bodyKey: 'result.unconfirmed.body',
    guidance: { retry: retryAfterS === null, alternative: true },
  };
}

function refused(reason: RefusalReason, gate: GateCode | null, retryAfterS: number | null): ScreenOutcome {
  return {
    status: 'failed',
    reason,
    gate,
    retryAfterS,
    titleKey: `refusal.${reason}.title`,
    bodyKey: reason === 'QUALITY_TOO_LOW' && gate !== null ? `hint.gate.${gate}.2` : `refusal.${reason}.body`,
    guidance: refusalGuidance(reason),
  };
}

/** What the last screen says of an error. */
export function outcomeOfError(code: ErrorCode, retryable: boolean): ScreenOutcome {
  return {
    status: 'error',
    code,
    titleKey: `error.${code}.title`,
    bodyKey: `error.${code}.body`,
    guidance: errorGuidance(code, retryable),
  };
}
