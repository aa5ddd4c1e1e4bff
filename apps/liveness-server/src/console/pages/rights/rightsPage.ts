import { RIGHTS_KINDS } from '@huoti/protocol';
import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsAlarm } from '../../views/rights/loadRightsAlarm.js';
import { type ListedCase, RIGHTS_LIMIT, type RightsList } from '../../views/rights/loadRightsList.js';
import type { RightsQuery } from '../../views/rights/RightsQuery.js';
import { choice } from '../choice.js';
import { layout } from '../layout.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { table } from '../table.js';
import { alarmBanner } from './alarmBanner.js';
import { dueBadge } from './dueBadge.js';
import { newCaseForm } from './newCaseForm.js';
import { stateBadge } from './stateBadge.js';

/** What {@link rightsPage} takes. */
export interface RightsPageOptions {
  readonly list: RightsList;
  readonly query: RightsQuery;
  readonly alarm: RightsAlarm;
  /** The operator's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What went wrong with the form, in words. */
  readonly fault?: string;
}

function filter({ language }: PageView, query: RightsQuery, clients: readonly string[]): Markup {
  const any = ['', say(language, 'sessions.any')] as const;
  return markup`<form class="filter" method="get" action="${CONSOLE_PATH}/rights" aria-label="${say(language, 'rights.filter')}">
${choice({
  id: 'state',
  label: say(language, 'rights.state'),
  options: [
    ['pending', say(language, 'rights.pending')],
    ['all', say(language, 'rights.every')],
    ...(['open', 'running', 'done', 'refused'] as const).map(
      (one) => [one, say(language, `case.${one}`)] as const,
    ),
  ],
  chosen: query.state,
})}
${choice({
  id: 'kind',
  label: say(language, 'rights.kind'),
  options: [any, ...RIGHTS_KINDS.map((one) => [one, say(language, `kind.${one}`)] as const)],
  chosen: query.kind,
})}
${choice({
  id: 'client',
  label: say(language, 'rights.client'),
  options: [any, ...clients.map((one) => [one, one] as const)],
  chosen: query.clientId,
})}
<div class="field"><label for="subject">${say(language, 'rights.subject')}</label><input id="subject" name="subject" value="${query.subject}" maxlength="128" pattern="[A-Za-z0-9._:@\\-]*" autocomplete="off" spellcheck="false"></div>
<button type="submit">${say(language, 'sessions.search')}</button>
<a class="clear" href="${CONSOLE_PATH}/rights">${say(language, 'sessions.clear')}</a>
</form>`;
}

function cases(view: PageView, { cases: rows }: RightsList): Markup {
  const { language } = view;
  return table<ListedCase>({
    id: 'list',
    caption: say(language, 'rights.list'),
    hideCaption: true,
    rows,
    empty: say(language, 'rights.empty'),
    rowClass: ({ daysLeft }) => (daysLeft !== null && daysLeft < 0 ? 'failed' : ''),
    columns: [
      {
        head: say(language, 'rights.kind'),
        isName: true,
        cell: ({ row }) =>
          markup`<a href="${CONSOLE_PATH}/rights/${row.id}">${say(language, `kind.${row.kind}`)}</a>`,
      },
      {
        head: say(language, 'rights.due'),
        tight: true,
        cell: ({ dueDay, daysLeft }) =>
          daysLeft === null
            ? markup`<span class="faint">–</span>`
            : markup`${dueBadge(language, daysLeft)} <span class="under">${dueDay}</span>`,
      },
      {
        head: say(language, 'rights.state'),
        tight: true,
        cell: ({ row }) => stateBadge(language, row.state),
      },
      {
        head: say(language, 'rights.subject'),
        tight: true,
        cell: ({ row: { subject } }) =>
          subject === null
            ? markup`<span class="faint">${say(language, 'rights.deleted')}</span>`
            : markup`<code class="clip" title="${subject}">${subject}</code>`,
      },
      { head: say(language, 'rights.client'), tight: true, cell: ({ row }) => row.clientId },
      {
        head: say(language, 'rights.received'),
        tight: true,
        cell: ({ row }) => stamp(view, row.receivedAtMs),
      },
      { head: say(language, 'rights.answered'), tight: true, cell: ({ row }) => stamp(view, row.closedAtMs) },
    ],
  });
}

/** What people asked, the earliest due first. */
export function rightsPage(view: PageView, { list, query, alarm, today, fault }: RightsPageOptions): Markup {
  const { language, visitor } = view;
  return layout(view, {
    title: say(language, 'rights.title'),
    section: 'rights',
    body: markup`<div class="head"><div><h1>${say(language, 'rights.title')}</h1><p class="faint">${say(language, 'rights.lead')}</p></div></div>
${alarmBanner(view, alarm, { isOnList: true })}
${fault !== undefined && markup`<p class="note fault" role="alert">${fault}</p>`}
${filter(view, query, list.clients)}
<section class="card flush">${cases(view, list)}</section>
${list.isCut && markup`<p class="faint">${say(language, 'rights.cut', { count: RIGHTS_LIMIT })}</p>`}
${visitor?.operator.role === 'reviewer' && newCaseForm(view, { clients: list.clients, today })}`,
  });
}
