import type { ImpactFacts } from './ImpactFacts.js';

/** Article 15 of the facial recognition measures of 2025. */
export const FILING_THRESHOLD = 100_000;
/** From this share of the threshold on it is time to prepare. */
const NEAR = 0.8;

/** How far the count of people is from the threshold. */
export function filingState({
  storedPeople,
  filingThreshold = FILING_THRESHOLD,
}: Pick<ImpactFacts, 'storedPeople' | 'filingThreshold'>): 'unknown' | 'below' | 'near' | 'reached' {
  if (storedPeople === undefined || storedPeople === null) return 'unknown';
  if (storedPeople >= filingThreshold) return 'reached';
  return storedPeople >= NEAR * filingThreshold ? 'near' : 'below';
}
