import { formatDuration } from './formatDuration.js';

/** An amount and its unit as people read it: `27.5 s` for 27,500 ms. */
export function formatMargin({ amount, unit }: { readonly amount: number; readonly unit: string }): string {
  return unit === 'ms' ? formatDuration(amount) : `${amount} ${unit}`.trim();
}
