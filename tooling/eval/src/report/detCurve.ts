/** One threshold and both errors at it, in [0, 1]. */
export interface DetPoint {
  readonly apcer: number;
  readonly bpcer: number;
}

/**
 * The detection error trade-off over every threshold: how many attacks are accepted against how many live people are refused.
 *
 * @param live margins of live people, -Infinity for one who is refused at any threshold
 * @param attack margins of attacks, likewise
 */
export function detCurve(live: readonly number[], attack: readonly number[]): readonly DetPoint[] {
  if (live.length === 0 || attack.length === 0) return [];
  const thresholds = [...new Set([...live, ...attack])].filter(Number.isFinite).sort((a, b) => a - b);
  return [...thresholds, Infinity].map((threshold) => ({
    apcer: attack.filter((margin) => margin >= threshold).length / attack.length,
    bpcer: live.filter((margin) => margin < threshold).length / live.length,
  }));
}
