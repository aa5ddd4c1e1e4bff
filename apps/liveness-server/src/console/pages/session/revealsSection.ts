import { formatDuration } from '../../format/formatDuration.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import { hash } from '../hash.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { table } from '../table.js';

/** What was revealed when, by the server's own clock, and what had been committed before. */
export function revealsSection(view: PageView, { session }: SessionDetail): Markup {
  const { language } = view;
  const { reveals, steps } = session;
  return markup`<section class="card" aria-labelledby="reveals-title"><h2 id="reveals-title">${say(language, 'session.reveals.title')}</h2>
${table({
  id: 'reveals',
  caption: say(language, 'session.reveals'),
  hideCaption: true,
  rows: reveals,
  empty: say(language, 'session.reveals.none'),
  columns: [
    { head: say(language, 'session.index'), number: true, cell: ({ index }) => index },
    {
      head: say(language, 'session.action'),
      isName: true,
      cell: ({ index }) => {
        const step = steps?.[index];
        return step ? markup`<code>${step.action}</code>` : say(language, 'session.action.end');
      },
    },
    {
      head: say(language, 'session.at'),
      tight: true,
      cell: ({ atMs }) => stamp(view, atMs, { millis: true }),
    },
    {
      head: say(language, 'session.after'),
      number: true,
      tight: true,
      cell: ({ atMs }, index) =>
        formatDuration(atMs - (reveals[index - 1]?.atMs ?? session.begunAtMs ?? atMs)),
    },
    { head: say(language, 'session.frames'), number: true, cell: ({ frames }) => frames },
    { head: say(language, 'session.pictures.count'), number: true, cell: ({ pictures }) => pictures },
    { head: say(language, 'session.head'), tight: true, cell: ({ head }) => hash(head) },
  ],
})}</section>`;
}
