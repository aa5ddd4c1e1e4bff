/**
 * A time as an operator compares it: `2026-03-04 09:05:01`, in a fixed order in every language.
 *
 * @param zone IANA name
 */
export function formatTime(
  atMs: number,
  zone: string,
  { millis = false }: { millis?: boolean } = {},
): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).formatToParts(atMs);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const time = `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`;
  return millis ? `${time}.${of('fractionalSecond')}` : time;
}
