import type { SessionRow, VerdictRow } from '@huoti/server';
import type { Metrics } from './createMetrics.js';

/** What of a verdict is counted. */
export interface CountedVerdict {
  readonly verified: boolean;
  readonly assurance: VerdictRow['assurance'];
  /** A refusal reason, or `failed` where a client says no more than that; `null` where the session completed. */
  readonly reason: VerdictRow['reason'] | 'failed';
}

/** Counts one verdict: verified, completed, or why not. */
export function countDecision(
  { sessionsDecided }: Pick<Metrics, 'sessionsDecided'>,
  { policy, host }: Pick<SessionRow, 'policy' | 'host'>,
  { verified, reason, assurance }: CountedVerdict,
): void {
  sessionsDecided.inc({
    outcome: verified ? 'verified' : (reason ?? 'completed'),
    level: policy.evidenceLevel,
    host: host?.kind ?? 'unknown',
    assurance,
  });
}
