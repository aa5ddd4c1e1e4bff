import type { FailedResult, SessionPolicy } from '@huoti/protocol';
import type { DeclineCause } from './ConsentState.js';

/** Lines for a log, one for each cause. */
const DETAILS: Readonly<Record<DeclineCause, string>> = {
  choice: 'the person declined before anything began',
  child: "under 14: the operator's policy lets nobody of that age through without more",
  teen: "14 to 17: the operator's policy lets nobody of that age through without more",
};

/**
 * The result of a try that ended on the consent's pages: refused with DECLINED. No plan was drawn (its nonce is empty), no model ran and no
 * frame was seen.
 *
 * @param options.policy of the check that did not happen
 */
export function declinedResult({
  cause,
  policy,
}: {
  readonly cause: DeclineCause;
  readonly policy: SessionPolicy;
}): FailedResult {
  return {
    status: 'failed',
    reason: 'DECLINED',
    detail: DETAILS[cause],
    protocolVersion: 1,
    nonce: '',
    policy,
    assurance: 'device-only',
    verified: false,
    light: false,
    frameCount: 0,
    droppedFrameCount: 0,
    durationMs: 0,
    challenges: [],
    signals: {},
    engine: { backend: 'none', fallbacks: [], models: {}, medianFrameMs: null },
  };
}
