import type { NoticeLanguage } from '@huoti/privacy';
import type { ArchiveData } from '../ArchiveData.js';
import { consentParts, guardianParts } from './consentParts.js';
import { createPageContext } from './createPageContext.js';
import { escaped } from './escaped.js';
import { factList } from './factList.js';
import { keptTable } from './keptTable.js';
import type { PageContext } from './PageContext.js';
import { PAGE_STYLE } from './pageStyle.js';
import { sessionParts } from './sessionParts.js';

/** Nothing is loaded, run or sent: not by this page, and not by a text that somebody got into it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; form-action 'none'; base-uri 'none'";

const section = (title: string, body: string): string => `<section><h2>${title}</h2>${body}</section>\n`;
const orNothing = ({ say }: PageContext, body: string): string =>
  body === '' ? `<p class="note">${say('none')}</p>` : body;

function who({ data, say }: PageContext): string {
  const { operator, policyVersion } = data;
  return `${factList([
    [say('who.operator'), escaped(operator.name)],
    [say('who.contact'), escaped(operator.contact)],
    [say('who.policy'), escaped(policyVersion)],
  ])}<p class="note">${say('who.nobody')}</p>`;
}

function you({ data, say, named, when }: PageContext): string {
  const { subject, ageBand, knownSinceMs, restrictedAtMs, withdrawnAtMs } = data;
  return factList([
    [say('you.name'), `<code>${escaped(subject)}</code>`],
    [say('you.age'), ageBand === null ? '–' : named('age', ageBand)],
    [say('you.since'), when(knownSinceMs)],
    restrictedAtMs === null ? null : [say('you.restricted'), when(restrictedAtMs)],
    withdrawnAtMs === null ? null : [say('you.withdrawn'), when(withdrawnAtMs)],
  ]);
}

function references({ data, say, when }: PageContext): string {
  const rows = data.references.map(
    ({ id, model, createdAtMs, replacedAtMs, expiresAtMs }) =>
      `<article><h3><code>${escaped(id)}</code></h3>${factList([
        [say('references.model'), `<code>${escaped(model)}</code>`],
        [say('references.since'), when(replacedAtMs ?? createdAtMs)],
        [say('references.until'), expiresAtMs === null ? say('references.open') : when(expiresAtMs)],
      ])}</article>`,
  );
  return rows.length === 0 ? '' : `<p class="note">${say('references.note')}</p>${rows.join('')}`;
}

function cases({ data, say, named, when }: PageContext): string {
  return data.cases
    .map(
      ({ kind, state, receivedAtMs, dueAtMs, closedAtMs }) =>
        `<article><h3>${named('kind', kind)}</h3><p class="outcome">${named('state', state)}</p>${factList([
          [say('cases.received'), when(receivedAtMs)],
          closedAtMs === null ? [say('cases.due'), when(dueAtMs)] : [say('cases.closed'), when(closedAtMs)],
        ])}</article>`,
    )
    .join('');
}

function log({ data, say, named, when }: PageContext): string {
  if (data.log.length === 0) return '';
  const rows = data.log.map(
    ({ atMs, by, action }) =>
      `<tr><td>${when(atMs)}</td><td>${named('by', by)}</td><td>${named('action', action)}</td></tr>`,
  );
  const cut = data.logIsCut ? `<p class="note">${say('log.cut', { count: data.log.length })}</p>` : '';
  return `${cut}<table><thead><tr><th scope="col">${say('log.when')}</th><th scope="col">${say('log.who')}</th><th scope="col">${say('log.what')}</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function files({ data, say }: PageContext): string {
  const has = (kind: string): boolean =>
    data.sessions.some(({ evidence }) => evidence.some((one) => one.kind === kind && one.file !== null));
  return `<ul><li><a href="data.json">data.json</a>: ${say('files.data')}</li><li><a href="portable.json">portable.json</a>: ${say('files.portable')}</li>${
    has('picture') ? `<li>pictures/: ${say('files.pictures')}</li>` : ''
  }${has('trace') ? `<li>trace/: ${say('files.trace')}</li>` : ''}</ul>`;
}

/** `index.html` of an archive: everything in it as a person reads it, on a phone too, without a network and without a script. */
export function archivePage(data: ArchiveData, { language }: { language: NoticeLanguage }): string {
  const page = createPageContext(data, language);
  const { say } = page;
  const title = say('title', { operator: data.operator.name });
  const made = new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-latn' : language, {
    timeZone: data.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(data.madeAtMs);
  const sessions = data.sessions.map((one) => sessionParts(page, one)).join('\n');
  const guardian = guardianParts(page, data.guardianConsents);
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">${say('lead', { date: made, operator: data.operator.name })}</p>
${section(say('who.title'), who(page))}${section(say('you.title'), you(page))}${section(say('kept.title'), keptTable(page))}${section(
    say('sessions.title'),
    orNothing(page, sessions),
  )}${section(say('consents.title'), orNothing(page, consentParts(page, data.consents)))}${
    guardian === '' ? '' : section(say('guardian.title'), guardian)
  }${section(say('references.title'), orNothing(page, references(page)))}${section(say('cases.title'), orNothing(page, cases(page)))}${section(
    say('log.title'),
    orNothing(page, log(page)),
  )}${section(say('files.title'), files(page))}</main>
</body>
</html>
`;
}
