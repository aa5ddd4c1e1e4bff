import { describe, expect, it } from '@jest/globals';
import { LEGAL_GROUNDS } from '@huoti/protocol';
import { NOTICE_LANGUAGES } from '@huoti/privacy';
import { RECEIPT, settingsWith } from '../../test/consent/testSettings.js';
import { askingWordsOf } from './askingWordsOf.js';
import { createConsentState } from './createConsentState.js';
import { reduceConsent } from './reduceConsent.js';
import { spokenConsent } from './spokenConsent.js';

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  'zh-CN': /[\u4e00-\u9fff]/,
  'zh-TW': /[\u4e00-\u9fff]/,
  en: /^[ -~’]+$/,
  ja: /[\u3040-\u30ff]/,
  ko: /[\uac00-\ud7af]/,
  ar: /[\u0600-\u06ff]/,
};

describe.each(NOTICE_LANGUAGES)('what the pages say in %s', (language) => {
  const state = createConsentState(settingsWith({ languages: [language] }));

  it('is all there, in that language, without a name in braces', () => {
    const { grounds, ...rest } = askingWordsOf(state);
    expect(Object.keys(grounds).sort()).toEqual([...LEGAL_GROUNDS].sort());
    for (const text of Object.values(rest)) {
      expect(text).toMatch(SCRIPTS[language] ?? /^$/);
      expect(text).not.toContain('{op');
    }
    for (const text of Object.values(grounds)) expect(text.length).toBeGreaterThan(1);
  });

  it('is read aloud page by page: the notice whole only where it is unfolded, and nothing after the end', () => {
    const notice = reduceConsent(state, { type: 'age-choose', band: 'adult' });
    const open = reduceConsent(notice, { type: 'text-fold', unfolded: true });
    const [folded, whole] = [spokenConsent(notice), spokenConsent(open)];
    expect(folded).toEqual(expect.arrayContaining([notice.notice.title, ...notice.notice.summary]));
    expect(folded).toEqual(expect.arrayContaining(notice.notice.questions.map(({ text }) => text)));
    expect(whole.length).toBeGreaterThan(folded.length + notice.notice.sections.length);
    const teen = reduceConsent(state, { type: 'age-choose', band: 'teen' });
    const declined = reduceConsent(teen, { type: 'notice-decline' });
    for (const page of [state, teen, declined]) expect(spokenConsent(page).length).toBeGreaterThan(2);
  });
});

it('a ground in law is read with the notice, and no question is', () => {
  const law = createConsentState(
    settingsWith({ legalGround: 'public-interest', guardianReceiptId: RECEIPT }),
  );
  const spoken = spokenConsent(law);
  expect(spoken).toContain(askingWordsOf(law).grounds['public-interest']);
  expect(law.notice.questions.filter(({ text }) => spoken.includes(text))).toEqual([]);
});
