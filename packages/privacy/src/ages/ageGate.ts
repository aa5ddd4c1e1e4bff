import type { AgeBand } from '@huoti/protocol';
import type { PolicyTerms } from '../deployment/PolicyTerms.js';

/** Whether a person may go on. */
export type AgeGate =
  | { readonly kind: 'go' }
  | { readonly kind: 'needs-guardian' }
  | { readonly kind: 'refused'; readonly why: 'child' | 'teen' };

/** What {@link ageGate} takes. */
export interface AgeGateOptions {
  readonly band: AgeBand;
  readonly terms: Pick<PolicyTerms, 'ages'>;
  /** The guardian's receipt; `null` where there is none. Whether it is valid for this person is the server's to say. */
  readonly guardianReceiptId: string | null;
}

/**
 * Asked before the camera opens, and again by the server. A guardian's consent opens the way only where the operator's terms do: by themselves
 * they refuse everybody under 14.
 *
 * @example ageGate({ band: 'teen', terms, guardianReceiptId: null }) // { kind: 'needs-guardian' }
 */
export function ageGate({ band, terms, guardianReceiptId }: AgeGateOptions): AgeGate {
  if (band === 'adult') return { kind: 'go' };
  const rule = band === 'teen' ? terms.ages.teens : terms.ages.children;
  if (rule !== 'with-guardian') return { kind: 'refused', why: band };
  return guardianReceiptId === null ? { kind: 'needs-guardian' } : { kind: 'go' };
}
