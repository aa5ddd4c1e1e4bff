import type { AuditRow, OperatorRow } from '@huoti/server';
import { CONSOLE_PATH } from '../consolePath.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import { choice } from './choice.js';
import { layout } from './layout.js';
import type { PageView } from './PageView.js';
import { stamp } from './stamp.js';
import { table } from './table.js';

/** Actions that the console itself writes; others may be in the log and are shown as they come. */
const ACTIONS = [
  'picture-view',
  'picture-refuse',
  'operator-sign-in',
  'operator-sign-in-refuse',
  'operator-sign-out',
  'operator-add',
  'operator-password',
  'operator-disable',
  'rights-open',
  'rights-close',
  'rights-archive',
  'rights-refuse',
  'portable-export',
  'portable-import',
  'subject-restrict',
  'subject-unrestrict',
  'subject-correct',
  'subject-forget',
  'subject-delete',
  'consent-withdraw',
] as const;

/** What {@link auditPage} takes. */
export interface AuditPageOptions {
  readonly rows: readonly AuditRow[];
  /** To name those who did it. */
  readonly operators: readonly OperatorRow[];
  readonly action: string | undefined;
  /** How many rows at most are shown. */
  readonly limit: number;
}

const OPERATOR = 'operator:';

/** The latest entries of the audit log. */
export function auditPage(view: PageView, { rows, operators, action, limit }: AuditPageOptions): Markup {
  const { language } = view;
  const nameOf = (id: string): string | undefined => operators.find((one) => one.id === id)?.name;
  const actor = (value: string): Markup => {
    const name = value.startsWith(OPERATOR) ? nameOf(value.slice(OPERATOR.length)) : undefined;
    return name === undefined ? markup`<code>${value}</code>` : markup`<span title="${value}">${name}</span>`;
  };
  const object = (value: string): Markup => {
    const name = nameOf(value);
    if (name !== undefined) return markup`<span title="${value}">${name}</span>`;
    const [session, ...rest] = value.split('/');
    if (session === undefined || !/^[A-Za-z0-9_-]{22}$/.test(session)) return markup`<code>${value}</code>`;
    return markup`<a href="${CONSOLE_PATH}/sessions/${session}"><code>${session}</code></a>${rest.length > 0 && markup` <code>${rest.join('/')}</code>`}`;
  };
  return layout(view, {
    title: say(language, 'audit.title'),
    section: 'audit',
    body: markup`<div class="head"><h1>${say(language, 'audit.title')}</h1></div>
<form class="filter" method="get" action="${CONSOLE_PATH}/audit" aria-label="${say(language, 'audit.filter')}">
${choice({
  id: 'action',
  label: say(language, 'audit.action'),
  options: [['', say(language, 'audit.any')], ...ACTIONS.map((one) => [one, one] as const)],
  chosen: action,
})}
<button type="submit">${say(language, 'audit.apply')}</button></form>
<section class="card flush">${table({
      id: 'entries',
      caption: say(language, 'audit.latest', { count: limit }),
      rows,
      empty: say(language, 'audit.empty'),
      columns: [
        { head: say(language, 'audit.at'), tight: true, cell: ({ atMs }) => stamp(view, atMs) },
        { head: say(language, 'audit.actor'), tight: true, cell: (row) => actor(row.actor) },
        {
          head: say(language, 'audit.action'),
          isName: true,
          tight: true,
          cell: (row) => markup`<code>${row.action}</code>`,
        },
        { head: say(language, 'audit.object'), tight: true, cell: (row) => object(row.object) },
        {
          head: say(language, 'audit.facts'),
          cell: ({ facts }) =>
            markup`<span class="wrap">${Object.entries(facts)
              .map(([name, value]) => `${name}: ${value}`)
              .join(', ')}</span>`,
        },
      ],
    })}</section>`,
  });
}
