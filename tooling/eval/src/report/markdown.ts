import type { ClusteredRate } from '../rows/clusteredInterval.js';

/** A table with a head line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A rate with its counts and its interval: `2 of 29 (12 people): 6.9 %, 1.9 % to 22.0 %`. */
export function rateText({ n, sources, happened, share, ci95: [low, high] }: ClusteredRate): string {
  if (n === 0) return 'no rows';
  const clusters = sources === n ? '' : ` (${sources} sources)`;
  return `${happened} of ${n}${clusters}: ${percent(share)}, ${percent(low)} to ${percent(high)}`;
}
