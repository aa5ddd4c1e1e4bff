/**
 * On what else than consent a face may be processed: the policy's section 3.4, point by point. An operator allows each by name, names it for
 * each session, and it is audited; none is ever a default.
 */
export const LEGAL_GROUNDS = [
  'national-security',
  'public-interest',
  'criminal-procedure',
  'abuse-of-rights',
  'harm-to-others',
  'trade-secret',
  'other-law',
] as const;
/** One of {@link LEGAL_GROUNDS}. */
export type LegalGround = (typeof LEGAL_GROUNDS)[number];
