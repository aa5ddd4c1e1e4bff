/** One threshold: what share of attacks and of live files reach it. */
export interface RocPoint {
  readonly threshold: number;
  /** Attacks that would be accepted, in [0, 1]. */
  readonly attack: number;
  /** Live files that would be accepted, in [0, 1]. */
  readonly live: number;
}

/** A curve of more points says no more. */
const MOST_POINTS = 50;

/**
 * The receiver operating characteristic of scores that rise with liveness, from the strictest threshold to the laxest, thinned
 * evenly where it is long.
 *
 * @returns empty where one of the two has no score
 */
export function rocOf(live: readonly number[], attack: readonly number[]): readonly RocPoint[] {
  if (live.length === 0 || attack.length === 0) return [];
  const reach = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const all = [...new Set([...live, ...attack])].sort((a, b) => b - a);
  const step = Math.max(1, (all.length - 1) / (MOST_POINTS - 1));
  const kept = new Set<number>();
  for (let at = 0; at < all.length - 1; at += step) kept.add(Math.round(at));
  kept.add(all.length - 1);
  return [...kept].map((index) => {
    const threshold = all[index] ?? 0;
    return { threshold, attack: reach(attack, threshold), live: reach(live, threshold) };
  });
}
