/** What may happen to people by the processing, in the order of an assessment's table. */
export const RISK_IDS = [
  'leak-on-the-way',
  'leak-of-points',
  'leak-of-pictures',
  'leak-of-templates',
  'pretending',
  'wrong-refusal',
  'other-use',
  'kept-too-long',
  'bystanders',
  'fingerprint',
  'only-way',
  'minors',
] as const;
/** One of {@link RISK_IDS}. */
export type RiskId = (typeof RISK_IDS)[number];
