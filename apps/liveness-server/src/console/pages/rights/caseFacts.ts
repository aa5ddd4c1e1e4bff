import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import { facts } from '../facts.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { actorName } from './actorName.js';
import { stateBadge } from './stateBadge.js';

/** What is known of a request. */
export function caseFacts(view: PageView, { row, kept, dueDay, operators }: RightsDetail): Markup {
  const { language } = view;
  const { subject, clientId, state, receivedAtMs, closedAtMs, closedBy, note } = row;
  const age = kept?.subject.ageBand ?? null;
  const since = (atMs: number | null | undefined): Markup | null =>
    atMs === null || atMs === undefined ? null : stamp(view, atMs);
  return markup`<section class="card" aria-labelledby="facts"><h2 id="facts">${say(language, 'case.facts')}</h2>${facts(
    [
      [
        say(language, 'rights.subject'),
        subject === null ? say(language, 'rights.deleted') : markup`<code>${subject}</code>`,
      ],
      [say(language, 'rights.client'), clientId],
      [say(language, 'rights.state'), stateBadge(language, state)],
      [say(language, 'rights.received'), stamp(view, receivedAtMs)],
      [say(language, 'case.duedate'), dueDay],
      [say(language, 'case.closed'), since(closedAtMs)],
      [say(language, 'case.by'), closedBy === null ? null : actorName(closedBy, operators)],
      [say(language, 'case.note'), note === null ? null : markup`<span class="lines">${note}</span>`],
      [say(language, 'case.age'), age === null ? null : say(language, `case.age.${age}`)],
      [say(language, 'case.known'), since(kept?.subject.createdAtMs)],
      [say(language, 'case.restricted'), since(kept?.subject.restrictedAtMs)],
      [say(language, 'case.withdrawn'), since(kept?.subject.withdrawnAtMs)],
    ],
  )}</section>`;
}
