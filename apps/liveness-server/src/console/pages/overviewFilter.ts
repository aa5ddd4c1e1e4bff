import { CONSOLE_PATH } from '../consolePath.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import type { Overview } from '../views/Overview.js';
import { PERIODS, type OverviewQuery } from '../views/parseOverviewQuery.js';
import { choice } from './choice.js';
import type { PageView } from './PageView.js';

/** Period, client and host of the overview. */
export function overviewFilter({ language }: PageView, overview: Overview, query: OverviewQuery): Markup {
  const every = ['', say(language, 'overview.every')] as const;
  const named = (values: readonly string[]) => [every, ...values.map((value) => [value, value] as const)];
  return markup`<form class="filter" method="get" action="${CONSOLE_PATH}" aria-label="${say(language, 'overview.narrow')}">
${choice({
  id: 'days',
  label: say(language, 'overview.days.label'),
  options: PERIODS.map((count) => [String(count), say(language, 'overview.days', { count })] as const),
  chosen: String(query.dayCount),
})}
${choice({ id: 'client', label: say(language, 'sessions.client'), options: named(overview.clients), chosen: query.clientId })}
${choice({ id: 'host', label: say(language, 'overview.host'), options: named(overview.allHosts), chosen: query.host })}
<button type="submit">${say(language, 'overview.apply')}</button>
</form>`;
}
