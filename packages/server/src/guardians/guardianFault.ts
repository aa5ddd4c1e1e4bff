import { claimedNotice } from '../consent/claimedNotice.js';
import { reachesLevel } from '../consent/reachesLevel.js';
import type { ServerSettings } from '../context/ServerSettings.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** What {@link guardianFault} takes. */
export interface GuardianFaultOptions {
  readonly session: Pick<SessionRow, 'clientId' | 'subject' | 'referenceId' | 'policy'>;
  readonly receiptId: string;
  /** When it has to hold. */
  readonly atMs: number;
}

/**
 * Why a guardian's consent does not carry a session: it is another child's, was taken back, has run out, reaches less far, or is to a notice
 * that no longer holds. Another client's receipt is answered for like one that does not exist.
 *
 * @returns one line that says what to do; `null` where it carries the session
 */
export async function guardianFault(
  tx: Pick<StoreTransaction, 'guardianConsents' | 'subjects'>,
  { privacy }: Pick<ServerSettings, 'privacy'>,
  { session: { clientId, subject, referenceId, policy }, receiptId, atMs }: GuardianFaultOptions,
): Promise<string | null> {
  if (subject === null) {
    return "a guardian's consent is for one person: name the subject when the session is created";
  }
  const given = await tx.guardianConsents.get(receiptId);
  if (given === null || given.clientId !== clientId || given.subject !== subject) {
    return "there is no guardian's consent of that id for this person: record it with POST /v1/guardian-consents";
  }
  const again = 'ask the guardian again and record that';
  const withdrawnAtMs = (await tx.subjects.get(clientId, subject))?.withdrawnAtMs ?? null;
  if (given.withdrawnAtMs !== null || (withdrawnAtMs !== null && given.recordedAtMs < withdrawnAtMs)) {
    return `the guardian's consent was taken back: ${again}`;
  }
  if (given.expiresAtMs !== null && given.expiresAtMs <= atMs) {
    return `the guardian's consent has run out: ${again}`;
  }
  const { level, policyVersion, language, textHash } = given;
  if (!reachesLevel(level, policy.evidenceLevel)) {
    return `the guardian's consent reaches no further than "${level}", and this session is of the level "${policy.evidenceLevel}": ${again}`;
  }
  for (const comparison of referenceId === null ? [false, true] : [true]) {
    const { notice, fault } = claimedNotice(privacy, { level, policyVersion, language, comparison }, atMs);
    if (notice?.textHash === textHash) return null;
    // Of the two that it may have been, the wider one says what is left to do.
    if (comparison && fault !== null) return `the guardian's consent: ${fault}`;
  }
  return `the guardian's consent is to another notice than this session's${referenceId === null ? '' : ', which compares faces'}: ${again}`;
}
