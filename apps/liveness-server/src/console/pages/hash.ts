import { markup, type Markup } from '../markup/markup.js';

/** Digits of a hash that are shown: enough to tell two apart at a glance. */
const SHOWN = 12;

/** The start of a hash, the whole in its title; `null` where there is none. */
export function hash(value: string | null): Markup | null {
  if (value === null) return null;
  return markup`<code title="${value}">${value.slice(0, SHOWN)}${value.length > SHOWN && '…'}</code>`;
}
