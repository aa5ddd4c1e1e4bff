import type { ArchiveSession } from '../ArchiveData.js';
import { ARCHIVE_LEFT_OUT } from '../archiveLeftOut.js';
import { escaped } from './escaped.js';
import { factList } from './factList.js';
import type { PageContext } from './PageContext.js';

function why({ say, named }: PageContext, { outcome, reason, reasonWithheld }: ArchiveSession): string {
  if (outcome !== 'refused') return '';
  if (reasonWithheld) return `<p class="note">${say('reason.withheld')}</p>`;
  return reason === null ? '' : `<p>${named('reason', reason)}</p>`;
}

function evidence({ say }: PageContext, { evidence: parts }: ArchiveSession): string {
  const pictures = parts.filter(({ kind, file }) => kind === 'picture' && file !== null);
  const traces = parts.filter(({ kind, file }) => kind === 'trace' && file !== null).length;
  const shown = pictures.map(({ file }, index) => {
    const path = escaped(file ?? '');
    return `<a href="${path}"><img src="${path}" alt="${say('pictures.alt', { index: index + 1 })}" loading="lazy" width="256" height="320"></a>`;
  });
  const left = ARCHIVE_LEFT_OUT.map((reason) => {
    const count = parts.filter(({ leftOut }) => leftOut === reason).length;
    return count === 0 ? '' : `<p class="note">${say(`left.${reason}`, { count })}</p>`;
  });
  return [
    shown.length === 0 ? '' : `<div class="pictures">${shown.join('')}</div>`,
    traces === 0 ? '' : `<p class="note">${say('trace.note', { count: traces })}</p>`,
    ...left,
  ].join('');
}

/** One face check: how it ended, what left the device, its pictures. */
export function sessionParts(page: PageContext, session: ArchiveSession): string {
  const { say, named, when } = page;
  const { issuedAtMs, begunAtMs, completedAtMs, decidedAtMs, outcome, evidenceLevel, sameFace, host } =
    session;
  const device = [host?.browser, host?.os].filter(Boolean).join(', ');
  const same = sameFace === null ? 'none' : sameFace ? 'yes' : 'no';
  return `<article><h3>${when(issuedAtMs)}</h3>
<p class="outcome">${named('outcome', outcome)}</p>${why(page, session)}${
    session.legalGround === null
      ? ''
      : `<p class="note">${say('ground.note', { ground: session.legalGround })}</p>`
  }${factList([
    [say('sessions.begun'), when(begunAtMs)],
    [say('sessions.decided'), when(decidedAtMs ?? completedAtMs)],
    [say('sessions.level'), named('level', evidenceLevel)],
    [say('sessions.compared'), say(`same.${same}`)],
    device === '' ? null : [say('sessions.host'), escaped(device)],
  ])}${evidence(page, session)}</article>`;
}
