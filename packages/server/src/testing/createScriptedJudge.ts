import type { HuotiError } from '@huoti/protocol';
import type { Judgement } from '../judge/Judgement.js';
import type { Judge, JudgeRequest } from '../ports/Judge.js';

/** A {@link Judge} that says what a test tells it to, and remembers what it was asked. */
export interface ScriptedJudge extends Judge {
  readonly requests: readonly JudgeRequest[];
  /** From now on it throws; `null` mends it. */
  failWith(error: HuotiError | null): void;
}

/** Everything held. */
export const TEST_JUDGEMENT: Judgement = {
  checks: [{ name: 'scripted', pass: true, got: 'a test', expected: 'a test' }],
  verified: true,
  assurance: 'recomputed',
  reason: null,
  gate: null,
  light: false,
  signals: {},
  comparison: { performed: false, same: null, similarity: null, threshold: null, far: null },
  models: { landmarker: '1' },
  recomputeMs: 12,
};

/**
 * A judge without a model.
 *
 * @example const judge = createScriptedJudge({ reason: 'NO_FACE', verified: false });
 */
export function createScriptedJudge(changes: Partial<Judgement> = {}): ScriptedJudge {
  const requests: JudgeRequest[] = [];
  let failure: HuotiError | null = null;
  return {
    requests,
    judge: async (request) => {
      requests.push(request);
      if (failure) throw failure;
      return { ...TEST_JUDGEMENT, ...changes };
    },
    close: async () => undefined,
    failWith: (error) => {
      failure = error;
    },
  };
}
