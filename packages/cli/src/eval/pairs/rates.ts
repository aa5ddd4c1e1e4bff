// Scores rise with likeness. A pair that could not be compared has the score -Infinity: it matches nobody.

const descending = (scores: readonly number[]): number[] => [...scores].sort((a, b) => b - a);

/** How many of a descending list are at least as high as a score. */
function countFrom(sorted: readonly number[], score: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Share of scores at or above a threshold; `null` without scores. */
export function shareFrom(scores: readonly number[], threshold: number): number | null {
  return scores.length === 0 ? null : scores.filter((score) => score >= threshold).length / scores.length;
}

/**
 * Chance that a pair of the same person scores higher than one of different people, a tie counting half: the area under the
 * ROC curve.
 */
export function areaUnderRoc(same: readonly number[], different: readonly number[]): number | null {
  if (same.length === 0 || different.length === 0) return null;
  const sorted = descending(different);
  const wins = same.reduce((sum, score) => {
    const atLeast = countFrom(sorted, score);
    const ties = sorted.filter((one) => one === score).length;
    return sum + (sorted.length - atLeast) + ties / 2;
  }, 0);
  return wins / (same.length * different.length);
}

/**
 * The lowest threshold that at most a share of the scores reach.
 *
 * @param far in (0, 1)
 * @returns `null` where there are too few scores for that share to be one of them
 */
export function thresholdAt(different: readonly number[], far: number): number | null {
  // A share of 0.29 x 100 is 28.999...: the count is rounded where it is whole but for that.
  const allowed = Math.floor(far * different.length + 1e-9);
  if (allowed < 1) return null;
  const sorted = descending(different);
  const firstRefused = sorted[allowed];
  if (firstRefused === undefined) return -Infinity;
  // Just above the first that must not reach it: a tie with it is refused, too.
  return firstRefused === -Infinity
    ? -Number.MAX_VALUE
    : firstRefused + Math.max(1e-12, Math.abs(firstRefused) * 1e-12);
}

/** Error rate where as many pairs of the same person are refused as pairs of different people are accepted. */
export function equalErrorRate(same: readonly number[], different: readonly number[]): number | null {
  if (same.length === 0 || different.length === 0) return null;
  const [positives, negatives] = [descending(same), descending(different)];
  let best: { gap: number; rate: number } = { gap: Infinity, rate: 1 };
  for (const threshold of new Set([...same, ...different])) {
    const refused = 1 - countFrom(positives, threshold) / same.length;
    const accepted = countFrom(negatives, threshold) / different.length;
    const gap = Math.abs(refused - accepted);
    if (gap < best.gap) best = { gap, rate: (refused + accepted) / 2 };
  }
  return best.rate;
}
