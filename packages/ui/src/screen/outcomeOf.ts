import type { ErrorCode, LivenessResult } from '@huoti/protocol';
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
  const gate = result.gate ?? null;
  return {
    status: 'failed',
    reason: result.reason,
    gate,
    titleKey: `refusal.${result.reason}.title`,
    bodyKey:
      result.reason === 'QUALITY_TOO_LOW' && gate !== null
        ? `hint.gate.${gate}.2`
        : `refusal.${result.reason}.body`,
    guidance: refusalGuidance(result.reason),
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
