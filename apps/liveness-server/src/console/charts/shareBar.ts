import { markup, type Markup } from '../markup/markup.js';

/** Length of the whole bar, in its own units. */
const WIDTH = 100;

/** A share as a bar; decoration beside its number. */
export function shareBar(part: number, whole: number, name = 'share'): Markup {
  const width = whole === 0 ? 0 : Math.min(WIDTH, (WIDTH * part) / whole);
  return markup`<svg class="sharebar" aria-hidden="true" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none"><rect class="track" width="${WIDTH}" height="8"></rect><rect class="${name}" width="${width.toFixed(2)}" height="8"></rect></svg>`;
}
