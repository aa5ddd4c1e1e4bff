/** Scores nearer to 0 and 1 than this say the same: no signal here is surer than one error in a thousand. */
const LEAST_DOUBT = 0.001;

/** Log-odds of a score; a score outside of [0, 1] counts as the nearer end. */
export function logOdds(score: number): number {
  const kept = Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, score));
  return Math.log(kept / (1 - kept));
}
