/**
 * The value below which `percent` per cent of the values lie, interpolated between neighbours. NaN of nothing.
 *
 * @param percent in [0, 100]
 * @example percentile([1, 2, 3, 4], 50); // 2.5
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}
