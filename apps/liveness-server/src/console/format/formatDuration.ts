/** A span of time in the unit that fits: `840 ms`, `12.4 s`, `3 min 5 s`, `26 h`, `7 d`. */
export function formatDuration(ms: number): string {
  const sign = ms < 0 ? '−' : '';
  const span = Math.abs(ms);
  if (span < 1000) return `${sign}${Math.round(span)} ms`;
  if (span < 60_000) return `${sign}${(span / 1000).toFixed(1)} s`;
  if (span < 3_600_000)
    return `${sign}${Math.floor(span / 60_000)} min ${Math.floor((span % 60_000) / 1000)} s`;
  if (span < 172_800_000) return `${sign}${Math.round(span / 3_600_000)} h`;
  return `${sign}${Math.round(span / 86_400_000)} d`;
}
