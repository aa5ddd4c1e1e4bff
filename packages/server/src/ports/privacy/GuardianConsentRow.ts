import type { SessionPolicy } from '@huoti/protocol';

/** A guardian's written consent for a minor, as the operator's backend recorded it. Who it was is the operator's own reference, never a name. */
export interface GuardianConsentRow {
  readonly receiptId: string;
  readonly clientId: string;
  /** The minor. */
  readonly subject: string;
  /** The operator's reference for the guardian. */
  readonly guardian: string;
  /** Where the signed paper lies with the operator. */
  readonly document: string;
  /** Up to which level. */
  readonly level: SessionPolicy['evidenceLevel'];
  readonly policyVersion: string;
  readonly textHash: string;
  readonly language: string;
  /** When the guardian signed, and when we were told. */
  readonly signedAtMs: number;
  readonly recordedAtMs: number;
  /** `null`: until it is taken back. */
  readonly expiresAtMs: number | null;
  readonly withdrawnAtMs: number | null;
}
