import type { ArchiveData } from '../ArchiveData.js';
import { escaped } from './escaped.js';
import { factList } from './factList.js';
import type { PageContext } from './PageContext.js';

/** Digits of a hash that are shown. */
const SHOWN = 16;

function noticeText({ data, say }: PageContext, textHash: string, language: string): string {
  const text = Object.hasOwn(data.notices, textHash) ? data.notices[textHash] : undefined;
  if (text === undefined)
    return `<p class="note">${say('consents.lost', { hash: `${textHash.slice(0, SHOWN)}…` })}</p>`;
  return `<details><summary>${say('consents.text')}</summary><div class="text" lang="${escaped(language)}" dir="auto">${escaped(text)}</div></details>`;
}

/** Each consent, with the text that was agreed to. */
export function consentParts(page: PageContext, consents: ArchiveData['consents']): string {
  const { say, named, when } = page;
  return consents
    .map(({ recordedAtMs, level, choices, withdrawnAtMs, textHash, language }) => {
      const agreed = Object.entries(choices).filter(([, yes]) => yes);
      return `<article><h3>${when(recordedAtMs)}</h3>${factList([
        [say('consents.level'), named('level', level)],
        [say('consents.choices'), agreed.map(([choice]) => named('choice', choice)).join('<br>') || '–'],
        [say('consents.withdrawn'), withdrawnAtMs === null ? say('consents.valid') : when(withdrawnAtMs)],
      ])}${noticeText(page, textHash, language)}</article>`;
    })
    .join('');
}

/** What a guardian agreed to. Who the guardian is, another person, does not stand here. */
export function guardianParts(page: PageContext, consents: ArchiveData['guardianConsents']): string {
  const { say, named, when } = page;
  return consents
    .map(
      ({ signedAtMs, level, withdrawnAtMs, textHash, language }) =>
        `<article>${factList([
          [say('guardian.signed'), when(signedAtMs)],
          [say('consents.level'), named('level', level)],
          [say('consents.withdrawn'), withdrawnAtMs === null ? say('consents.valid') : when(withdrawnAtMs)],
        ])}${noticeText(page, textHash, language)}</article>`,
    )
    .join('');
}
