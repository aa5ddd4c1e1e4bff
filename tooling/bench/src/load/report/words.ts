/** Numbers as a reader wants them. */
export const words = {
  ms: (value: number): string =>
    Number.isFinite(value) ? `${value < 100 ? value.toFixed(1) : grouped(value)} ms` : 'not measured',
  perSecond: (value: number): string => (value < 10 ? value.toFixed(1) : grouped(value)),
  bytes(value: number): string {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
    let at = 0;
    let rest = value;
    for (; Math.abs(rest) >= 1000 && at < units.length - 1; at += 1) rest /= 1000;
    return `${at === 0 || Math.abs(rest) >= 100 ? grouped(rest) : rest.toFixed(1)} ${units[at]}`;
  },
  count: (value: number): string => (value < 10 && value % 1 !== 0 ? value.toFixed(1) : grouped(value)),
} as const;

/** 12345.6 as 12,346. */
function grouped(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
}
