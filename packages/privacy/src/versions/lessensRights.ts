import type { PolicyTerms } from '../deployment/PolicyTerms.js';

/**
 * What of a person's rights later terms would make smaller. The rights themselves are the software's, the same in every version; what terms
 * can change about them is how soon a request is answered and how soon a deletion has reached the last backup. Neither may grow. What is
 * collected and how long it is kept may: that is no right, it asks everybody anew, and what was taken before keeps its shorter time.
 *
 * @returns the name of the term with both values; `null` where nothing gets smaller
 */
export function lessensRights(before: PolicyTerms, after: PolicyTerms): string | null {
  for (const name of ['answerWithinWorkingDays', 'backupDays'] as const) {
    if (after[name] > before[name]) return `${name}: grows from ${before[name]} to ${after[name]}`;
  }
  return null;
}
