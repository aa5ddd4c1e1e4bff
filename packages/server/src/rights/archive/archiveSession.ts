import type { RefusalReason } from '@huoti/protocol';
import type { SessionWithVerdict } from '../../ports/Store.js';
import type { ArchiveSession } from './ArchiveData.js';

/**
 * A session as the person may know it: what was collected, how it ended, and why as far as the client itself is told. Not in it: tokens, keys
 * and plans; the checks, the signals' numbers, similarity and threshold, which are a teacher for whoever wants to deceive the next session.
 */
export function archiveSession(
  { session, verdict }: SessionWithVerdict,
  evidence: ArchiveSession['evidence'],
  { clientReasons }: { clientReasons: readonly RefusalReason[] },
): ArchiveSession {
  const { reason = null, verified = false, comparison } = verdict ?? {};
  const outcome =
    verdict === null ? 'none' : reason !== null ? 'refused' : verified ? 'verified' : 'completed';
  const isTold = reason !== null && (reason === 'DECLINED' || clientReasons.includes(reason));
  return {
    id: session.id,
    policy: session.policy.name,
    evidenceLevel: session.policy.evidenceLevel,
    state: session.state,
    issuedAtMs: session.issuedAtMs,
    begunAtMs: session.begunAtMs,
    completedAtMs: session.completedAtMs,
    decidedAtMs: session.decidedAtMs,
    outcome,
    reason: isTold ? reason : null,
    reasonWithheld: reason !== null && !isTold,
    assurance: verdict?.assurance ?? null,
    // With the reason withheld, whether the face was the same would say it.
    sameFace: reason === null || isTold ? (comparison?.same ?? null) : null,
    models: verdict?.engine.models ?? {},
    host: session.host,
    ageBand: session.ageBand,
    receiptId: session.receiptId,
    legalGround: session.legalGround?.ground ?? null,
    evidence,
  };
}
