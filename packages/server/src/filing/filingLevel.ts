/** How near the number of people with a stored face is to the one from which an authority has to be told. */
export type FilingLevel = 'far' | 'near' | 'reached';

/** From this share of the threshold on there is time to prepare what is to be filed. */
const NEAR_SHARE = 0.8;

/**
 * By whole people: 80,000 of 100,000 is near, 79,999 is not.
 *
 * @example filingLevel(80_000, 100_000) // 'near'
 */
export function filingLevel(stored: number, threshold: number): FilingLevel {
  if (stored >= threshold) return 'reached';
  return stored >= Math.ceil(threshold * NEAR_SHARE) ? 'near' : 'far';
}
