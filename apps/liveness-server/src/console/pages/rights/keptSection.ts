import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import { facts } from '../facts.js';
import type { PageView } from '../PageView.js';

/** How much is kept of the person: numbers. What it is, the archive tells the person, and a session's page whoever may see it. */
export function keptSection({ language }: PageView, { row, kept }: RightsDetail): Markup {
  const title = markup`<h2 id="kept">${say(language, 'case.kept')}</h2>`;
  if (kept === null || row.subject === null) {
    return markup`<section class="card" aria-labelledby="kept">${title}<p class="faint">${say(language, 'case.kept.none')}</p></section>`;
  }
  const query = new URLSearchParams({ client: row.clientId, subject: row.subject }).toString();
  const { sessions, sessionsIsMore, consents, consentsWithdrawn: withdrawn } = kept;
  return markup`<section class="card" aria-labelledby="kept">${title}${facts([
    [
      say(language, 'case.kept.sessions'),
      markup`${sessionsIsMore ? say(language, 'case.kept.more', { count: sessions }) : sessions} · <a href="${CONSOLE_PATH}/sessions?${query}">${say(language, 'case.kept.look')}</a>`,
    ],
    [say(language, 'case.kept.pictures'), kept.pictures],
    [say(language, 'case.kept.parts'), kept.otherParts],
    [say(language, 'case.kept.references'), kept.references],
    [
      say(language, 'case.kept.consents'),
      withdrawn === 0 ? consents : say(language, 'case.kept.consents.some', { count: consents, withdrawn }),
    ],
    [say(language, 'case.kept.guardians'), kept.guardianConsents],
  ])}</section>`;
}
