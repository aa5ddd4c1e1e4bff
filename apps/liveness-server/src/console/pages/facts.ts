import { markup, type Markup, type MarkupValue } from '../markup/markup.js';

/** Names and what they are, as a list of terms. Nothing is a dash. */
export function facts(pairs: readonly (readonly [string, MarkupValue])[]): Markup {
  return markup`<dl class="facts">${pairs.map(
    ([name, value]) =>
      markup`<div><dt>${name}</dt><dd>${value === null || value === undefined || value === '' ? markup`<span class="faint">–</span>` : value}</dd></div>
`,
  )}</dl>`;
}
