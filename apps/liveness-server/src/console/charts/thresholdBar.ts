import { markup, type Markup } from '../markup/markup.js';

/** Length of the scale from 0 to 1, in its own units. */
const SCALE = 200;

/** A value on the scale from 0 to 1 and the threshold that it had to reach. */
export function thresholdBar({
  value,
  threshold,
  label,
}: {
  value: number;
  threshold: number;
  label: string;
}): Markup {
  const at = (share: number): string => (SCALE * Math.min(1, Math.max(0, share))).toFixed(1);
  return markup`<svg class="threshold" role="img" aria-label="${label}" viewBox="0 0 ${SCALE} 16" preserveAspectRatio="none"><rect class="track" y="4" width="${SCALE}" height="8"></rect><rect class="${value >= threshold ? 'verified' : 'refused'}" y="4" width="${at(value)}" height="8"></rect><line class="mark" x1="${at(threshold)}" x2="${at(threshold)}" y1="0" y2="16"></line></svg>`;
}
