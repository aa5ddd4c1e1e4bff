import { formatTime } from '../format/formatTime.js';
import { markup, type Markup } from '../markup/markup.js';
import type { PageView } from './PageView.js';

/** A time for people and for machines; a dash where there is none. */
export function stamp({ zone }: PageView, atMs: number | null, options: { millis?: boolean } = {}): Markup {
  if (atMs === null) return markup`<span class="faint">–</span>`;
  const text = formatTime(atMs, zone, options);
  return markup`<time datetime="${new Date(atMs).toISOString()}">${text}</time>`;
}
