import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import type { Overview } from '../views/Overview.js';
import type { PageView } from './PageView.js';

/** What waits for somebody to look at it; quiet where nothing does. */
export function attentionList(
  { language }: PageView,
  { undecided, overdue, dead }: Overview['attention'],
  late: string,
): Markup {
  const found = [
    [undecided, say(language, 'overview.undecided', { late })],
    [overdue, say(language, 'overview.overdue')],
    [dead, say(language, 'overview.dead')],
  ] as const;
  const waiting = found.filter(([count]) => count > 0);
  const title = say(language, 'overview.attention');
  return waiting.length === 0
    ? markup`<section class="attention calm" aria-label="${title}"><p>${say(language, 'overview.attention.none')}</p></section>`
    : markup`<section class="attention" aria-labelledby="attention"><h2 id="attention">${title}</h2><ul>${waiting.map(
        ([count, words]) => markup`<li><strong>${count}</strong> ${words}</li>`,
      )}</ul></section>`;
}
