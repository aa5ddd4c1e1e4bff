import { dayChart } from '../charts/dayChart.js';
import { shareBar } from '../charts/shareBar.js';
import { CONSOLE_PATH } from '../consolePath.js';
import { formatDuration } from '../format/formatDuration.js';
import { formatShare } from '../format/formatShare.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import type { Overview } from '../views/Overview.js';
import type { OverviewQuery } from '../views/parseOverviewQuery.js';
import type { RightsAlarm } from '../views/rights/loadRightsAlarm.js';
import { attentionList } from './attentionList.js';
import { layout } from './layout.js';
import { overviewFilter } from './overviewFilter.js';
import type { PageView } from './PageView.js';
import { reasonWords } from './reasonWords.js';
import { alarmBanner } from './rights/alarmBanner.js';
import { table } from './table.js';
import { tallyTable } from './tallyTable.js';

/** What {@link overviewPage} takes. */
export interface OverviewPageOptions {
  readonly overview: Overview;
  readonly query: OverviewQuery;
  /** After which time a submission without a verdict is called late, ms. */
  readonly lateMs: number;
  /** Requests of people that are overdue, and how many people are stored. */
  readonly alarm: RightsAlarm;
}

function tiles({ language }: PageView, { total }: Overview): Markup {
  const { issued, groups, faults } = total;
  const parts: readonly (readonly [string, string, number])[] = [
    ['verified', say(language, 'overview.verified'), groups.verified],
    ['completed', say(language, 'overview.completed'), groups.completed],
    ['refused', say(language, 'overview.refused'), groups.refused],
    ['dropped', say(language, 'overview.dropped'), groups.dropped],
  ];
  const note = markup`<dd class="faint">${faults} ${say(language, 'overview.faults.note')}</dd>`;
  return markup`<dl class="tiles">
<div><dt>${say(language, 'overview.issued')}</dt><dd class="figure">${issued}</dd></div>
${parts.map(
  ([name, words, count]) =>
    markup`<div class="${name}"><dt>${words}</dt><dd class="figure">${count} <span class="of">${formatShare(count, issued)}</span></dd>${name === 'refused' && faults > 0 && note}</div>
`,
)}</dl>`;
}

function funnel({ language }: PageView, overview: Overview): Markup {
  const { issued } = overview.total;
  return table({
    id: 'funnel',
    caption: say(language, 'overview.funnel'),
    rows: overview.funnel,
    empty: say(language, 'overview.empty'),
    columns: [
      {
        head: say(language, 'overview.step'),
        isName: true,
        tight: true,
        cell: ({ step }) => say(language, `overview.step.${step}`),
      },
      { head: say(language, 'overview.count'), number: true, cell: ({ count }) => count },
      {
        head: say(language, 'overview.share'),
        number: true,
        tight: true,
        cell: ({ count }) =>
          markup`${shareBar(count, issued)}<span class="percent">${formatShare(count, issued)}</span>`,
      },
      {
        head: say(language, 'overview.lost'),
        number: true,
        cell: ({ lost, step }) => (step === 'decided' ? '–' : lost),
      },
    ],
  });
}

function reasons(
  { language }: PageView,
  { reasons: rows, hosts, total }: Overview,
  query: OverviewQuery,
): Markup {
  const linked = (outcome: string): Markup => {
    const words = reasonWords(language, outcome);
    if (outcome.startsWith('dropped:')) return markup`${words}`;
    const to = new URLSearchParams({ reason: outcome, ...(query.clientId && { client: query.clientId }) });
    return markup`<a href="${CONSOLE_PATH}/sessions?${to.toString()}">${words}</a>`;
  };
  return table({
    id: 'reasons',
    caption: say(language, 'overview.byreason'),
    rows,
    empty: say(language, 'overview.empty'),
    columns: [
      { head: say(language, 'overview.reason'), isName: true, cell: ({ outcome }) => linked(outcome) },
      ...hosts.map(({ label }, index) => ({
        head: label,
        number: true,
        cell: ({ byHost }: (typeof rows)[number]) => byHost[index] || markup`<span class="faint">0</span>`,
      })),
      { head: say(language, 'overview.total'), number: true, cell: (row) => row.total },
      {
        head: say(language, 'overview.share'),
        number: true,
        tight: true,
        cell: (row) =>
          markup`${shareBar(row.total, total.issued, row.outcome.startsWith('dropped:') ? 'dropped' : 'refused')}<span class="percent">${formatShare(row.total, total.issued)}</span>`,
      },
    ],
  });
}

/** The first page: how sessions end, by day, by host and for which reason, and what waits for somebody. */
export function overviewPage(
  view: PageView,
  { overview, query, lateMs, alarm }: OverviewPageOptions,
): Markup {
  const { language } = view;
  const { from, to, days, hosts, total } = overview;
  const most = Math.max(0, ...days.map(({ issued }) => issued));
  const names = {
    verified: say(language, 'overview.verified'),
    completed: say(language, 'overview.completed'),
    refused: say(language, 'overview.refused'),
    dropped: say(language, 'overview.dropped'),
  };
  return layout(view, {
    title: say(language, 'overview.title'),
    section: 'overview',
    body: markup`<div class="head"><div><h1>${say(language, 'overview.title')}</h1><p class="faint">${say(language, 'overview.lead', { from, to })}</p></div>
${overviewFilter(view, overview, query)}</div>
${alarmBanner(view, alarm)}
${attentionList(view, overview.attention, formatDuration(lateMs))}
${tiles(view, overview)}
<section class="card" aria-labelledby="chart"><h2 id="chart">${say(language, 'overview.chart')}</h2>
${dayChart({ days, names, label: say(language, 'overview.chart.text', { from, to, most }) })}</section>
<div class="columns"><section class="card">${funnel(view, overview)}</section>
<section class="card">${tallyTable(view, { id: 'hosts', caption: say(language, 'overview.byhost'), head: say(language, 'overview.host'), rows: hosts })}</section></div>
<section class="card">${reasons(view, overview, query)}</section>
<section class="card">${tallyTable(view, { id: 'days', caption: say(language, 'overview.byday'), head: say(language, 'overview.day'), rows: [...days].reverse(), foot: { ...total, label: say(language, 'overview.total') } })}</section>`,
  });
}
