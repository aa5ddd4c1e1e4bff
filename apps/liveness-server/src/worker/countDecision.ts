import type { SessionRow, VerdictRow } from '@huoti/server';
import type { Metrics } from '../metrics/createMetrics.js';

/** Counts one verdict: verified, completed, or why not. */
export function countDecision(
  { sessionsDecided }: Pick<Metrics, 'sessionsDecided'>,
  { policy, host }: Pick<SessionRow, 'policy' | 'host'>,
  { verified, reason, assurance }: Pick<VerdictRow, 'verified' | 'reason' | 'assurance'>,
): void {
  sessionsDecided.inc({
    outcome: verified ? 'verified' : (reason ?? 'completed'),
    level: policy.evidenceLevel,
    host: host?.kind ?? 'unknown',
    assurance,
  });
}
