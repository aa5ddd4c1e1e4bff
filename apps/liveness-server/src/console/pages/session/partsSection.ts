import { formatBytes } from '../../format/formatBytes.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import { hash } from '../hash.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { table } from '../table.js';

/** What is still kept of the evidence, and until when. Never what is in it. */
export function partsSection(view: PageView, { parts }: SessionDetail): Markup {
  const { language } = view;
  return markup`<section class="card" aria-labelledby="parts-title"><h2 id="parts-title">${say(language, 'session.parts.title')}</h2>
${table({
  id: 'parts',
  caption: say(language, 'session.parts'),
  hideCaption: true,
  rows: parts,
  empty: say(language, 'session.parts.none'),
  columns: [
    {
      head: say(language, 'session.part'),
      isName: true,
      tight: true,
      cell: ({ name }) => markup`<code>${name}</code>`,
    },
    {
      head: say(language, 'session.bytes'),
      number: true,
      tight: true,
      cell: ({ bytes }) => formatBytes(bytes),
    },
    { head: say(language, 'session.stored'), tight: true, cell: ({ storedAtMs }) => stamp(view, storedAtMs) },
    {
      head: say(language, 'session.gone'),
      tight: true,
      cell: ({ goneAtMs }) =>
        goneAtMs === null ? say(language, 'session.gone.open') : stamp(view, goneAtMs),
    },
    { head: say(language, 'session.hash'), tight: true, cell: ({ sha256 }) => hash(sha256) },
  ],
})}</section>`;
}
