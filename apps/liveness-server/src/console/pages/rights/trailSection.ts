import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { table } from '../table.js';
import { actorName } from './actorName.js';

/** Entries of the audit log about this request, for whoever may read the log. */
export function trailSection(view: PageView, { trail, operators }: RightsDetail): Markup {
  const { language, visitor } = view;
  const head = markup`<h2 id="trail-title">${say(language, 'case.trail')}</h2>`;
  if (visitor?.operator.role !== 'reviewer') {
    return markup`<section class="card" aria-labelledby="trail-title">${head}<p class="faint">${say(language, 'case.trail.role')}</p></section>`;
  }
  return markup`<section class="card" aria-labelledby="trail-title">${head}${table({
    id: 'trail',
    caption: say(language, 'case.trail.list'),
    hideCaption: true,
    rows: trail,
    empty: say(language, 'audit.empty'),
    columns: [
      { head: say(language, 'audit.at'), tight: true, cell: ({ atMs }) => stamp(view, atMs) },
      { head: say(language, 'audit.actor'), tight: true, cell: ({ actor }) => actorName(actor, operators) },
      {
        head: say(language, 'audit.action'),
        isName: true,
        tight: true,
        cell: ({ action }) => markup`<code>${action}</code>`,
      },
    ],
  })}</section>`;
}
