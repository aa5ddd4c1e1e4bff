import { REFUSAL_REASONS, SESSION_STATES } from '@huoti/protocol';
import type { CheckReading, SessionWithVerdict } from '@huoti/server';
import { CONSOLE_PATH } from '../consolePath.js';
import { formatMargin } from '../format/formatMargin.js';
import { checkWords } from '../language/checkWords.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import type { SessionPage } from '../views/loadSessionPage.js';
import { marginOf } from '../views/marginOf.js';
import { sessionAddress } from '../views/sessionAddress.js';
import type { SessionQuery } from '../views/SessionQuery.js';
import { badge } from './badge.js';
import { choice } from './choice.js';
import { layout } from './layout.js';
import type { PageView } from './PageView.js';
import { reasonWords } from './reasonWords.js';
import { stamp } from './stamp.js';
import { table } from './table.js';

function filter({ language }: PageView, query: SessionQuery, clients: readonly string[]): Markup {
  const any = ['', say(language, 'sessions.any')] as const;
  return markup`<form class="filter" method="get" action="${CONSOLE_PATH}/sessions" aria-label="${say(language, 'sessions.filter')}">
<div class="field"><label for="subject">${say(language, 'sessions.subject')}</label><input id="subject" name="subject" value="${query.subject}" maxlength="128" pattern="[A-Za-z0-9._:@\\-]*" autocomplete="off" spellcheck="false"></div>
${choice({
  id: 'client',
  label: say(language, 'sessions.client'),
  options: [any, ...clients.map((one) => [one, one] as const)],
  chosen: query.clientId,
})}
${choice({
  id: 'state',
  label: say(language, 'sessions.state'),
  options: [any, ...SESSION_STATES.map((state) => [state, say(language, `state.${state}`)] as const)],
  chosen: query.state,
})}
${choice({
  id: 'reason',
  label: say(language, 'sessions.reason'),
  options: [
    any,
    ['none', say(language, 'sessions.passed')],
    ...REFUSAL_REASONS.map((reason) => [reason, say(language, `reason.${reason}`)] as const),
  ],
  chosen: query.reason,
})}
<button type="submit">${say(language, 'sessions.search')}</button>
<a class="clear" href="${CONSOLE_PATH}/sessions">${say(language, 'sessions.clear')}</a>
</form>`;
}

const decisive = (checks: readonly CheckReading[]): CheckReading | undefined =>
  checks.find(({ pass }) => !pass);

function rowsTable(view: PageView, rows: readonly SessionWithVerdict[]): Markup {
  const { language } = view;
  const none = markup`<span class="faint">–</span>`;
  return table({
    id: 'list',
    caption: say(language, 'sessions.list'),
    hideCaption: true,
    empty: say(language, 'sessions.empty'),
    rows,
    columns: [
      {
        head: say(language, 'sessions.issued'),
        isName: true,
        tight: true,
        cell: ({ session: { id, issuedAtMs } }) =>
          markup`<a href="${CONSOLE_PATH}/sessions/${id}">${stamp(view, issuedAtMs)}</a>`,
      },
      {
        head: say(language, 'sessions.outcome'),
        tight: true,
        cell: ({ session, verdict }) => badge(language, session, verdict),
      },
      {
        head: say(language, 'sessions.reason'),
        cell: ({ verdict }) =>
          verdict?.reason
            ? markup`<span class="words">${reasonWords(language, verdict.reason)}</span>`
            : none,
      },
      {
        head: say(language, 'sessions.decisive'),
        cell: ({ verdict }) => {
          const check = decisive(verdict?.checks ?? []);
          if (check === undefined) return none;
          const margin = marginOf(check);
          const off =
            margin &&
            markup` <span class="faint">${say(language, 'session.short', { margin: formatMargin(margin) })}</span>`;
          return markup`<span title="${check.got}">${checkWords(language, check.name)}${off}</span>`;
        },
      },
      {
        head: say(language, 'sessions.similarity'),
        number: true,
        cell: ({ verdict }) => verdict?.comparison.similarity?.toFixed(3) ?? none,
      },
      {
        head: say(language, 'sessions.subject'),
        tight: true,
        cell: ({ session: { subject } }) =>
          subject && markup`<code class="clip" title="${subject}">${subject}</code>`,
      },
      { head: say(language, 'sessions.client'), tight: true, cell: ({ session }) => session.clientId },
      {
        head: say(language, 'sessions.host'),
        tight: true,
        cell: ({ session: { host } }) =>
          host === null ? none : [host.kind, host.os].filter(Boolean).join(' · '),
      },
      {
        head: say(language, 'sessions.id'),
        tight: true,
        cell: ({ session }) => markup`<code>${session.id}</code>`,
      },
    ],
  });
}

/** The list of sessions, newest first, by filter. No token and no key stands in it. */
export function sessionsPage(view: PageView, page: SessionPage, query: SessionQuery): Markup {
  const { language } = view;
  const { before, ...first } = query;
  const links = [
    before && markup`<a href="${sessionAddress(first)}">${say(language, 'sessions.first')}</a>`,
    page.older &&
      markup`<a rel="next" href="${sessionAddress(page.older)}">${say(language, 'sessions.older')}</a>`,
  ].filter((link) => link !== undefined && link !== null);
  return layout(view, {
    title: say(language, 'sessions.title'),
    section: 'sessions',
    body: markup`<div class="head"><h1>${say(language, 'sessions.title')}</h1></div>
${filter(view, query, page.clients)}
<section class="card flush">${rowsTable(view, page.rows)}</section>
${links.length > 0 && markup`<nav class="pages" aria-label="${say(language, 'sessions.pages')}">${links}</nav>`}`,
  });
}
