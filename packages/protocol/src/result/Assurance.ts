/** What a result is worth, by where it comes from. Only `recomputed` and `platform` can be verified, and by a server. */
export const ASSURANCES = [
  'recomputed',
  'platform',
  'consistent',
  'recorded',
  'device-only',
  'demo',
] as const;
/** One of {@link ASSURANCES}. */
export type Assurance = (typeof ASSURANCES)[number];
