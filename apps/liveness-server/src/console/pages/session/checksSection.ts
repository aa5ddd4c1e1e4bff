import type { CheckReading } from '@huoti/server';
import { formatMargin } from '../../format/formatMargin.js';
import { checkWords } from '../../language/checkWords.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import { marginOf } from '../../views/marginOf.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import type { PageView } from '../PageView.js';
import { reading } from './reading.js';
import { table } from '../table.js';

const isFailed = ({ pass }: CheckReading): boolean => !pass;

/** Every check that was made: got, expected, and how far they lie apart. */
export function checksSection({ language }: PageView, { verdict }: SessionDetail): Markup {
  const checks = verdict?.checks ?? [];
  const margin = (check: CheckReading): Markup => {
    const found = marginOf(check);
    if (found === null) return markup`<span class="faint">–</span>`;
    const key = check.pass ? 'session.spare' : 'session.short';
    return markup`${say(language, key, { margin: formatMargin(found) })}`;
  };
  return markup`<section class="card" aria-labelledby="checks-title"><h2 id="checks-title">${say(language, 'session.checks.title')}</h2>
${table({
  id: 'checks',
  caption: say(language, 'session.checks'),
  hideCaption: true,
  rows: checks,
  empty: say(language, 'session.checks.none'),
  rowClass: (check) => (check.pass ? '' : 'failed'),
  columns: [
    { head: say(language, 'session.index'), number: true, cell: (_, index) => index + 1 },
    {
      head: say(language, 'session.check'),
      isName: true,
      tight: true,
      cell: ({ name }) => markup`${checkWords(language, name)} <code class="under">${name}</code>`,
    },
    {
      head: say(language, 'session.result'),
      tight: true,
      cell: ({ pass }) =>
        markup`<span class="badge ${pass ? 'verified' : 'refused'}">${say(language, pass ? 'session.pass' : 'session.fail')}</span>`,
    },
    { head: say(language, 'session.got'), cell: ({ got }) => reading(got) },
    {
      head: say(language, 'session.expected'),
      cell: ({ expected }) => reading(expected),
    },
    { head: say(language, 'session.by'), number: true, tight: true, cell: margin },
  ],
})}${checks.some(isFailed) && markup`<p class="faint">${say(language, 'session.checks.unranked')}</p>`}</section>`;
}
