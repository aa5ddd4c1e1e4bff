import { markup, type Markup } from '../../markup/markup.js';

/** A run of digits that nobody reads to its end: a hash. */
const LONG_HEX = /[0-9a-f]{40,}/g;
const SHOWN = 12;

/** What a check got or expected, its hashes cut to their start; the whole is in the title then. */
export function reading(text: string): Markup {
  const short = text.replace(LONG_HEX, (found) => `${found.slice(0, SHOWN)}…`);
  return markup`<span class="wrap"${short !== text && markup` title="${text}"`}>${short}</span>`;
}
