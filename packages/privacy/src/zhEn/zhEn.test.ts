import { describe, expect, it } from '@jest/globals';
import * as whole from '../index.js';
import * as two from './index.js';

const options = {
  deployment: whole.DEFAULT_DEPLOYMENT,
  level: 'frames',
  comparison: true,
  atMs: Date.UTC(2026, 10, 27),
} as const;

describe('the build with two languages', () => {
  it('has the names of the whole one', () => {
    expect(Object.keys(two).sort()).toEqual(Object.keys(whole).sort());
  });

  it.each(['zh-CN', 'en'] as const)(
    'says the same in %s, so that the server finds the same hash',
    (language) => {
      expect(two.createNotice({ ...options, language })).toEqual(
        whole.createNotice({ ...options, language }),
      );
      expect(two.consentWords(language)).toBe(whole.consentWords(language));
    },
  );

  it('refuses a language that it left out, and never picks one', () => {
    expect(() => two.createNotice({ ...options, language: 'ja' })).toThrow(/zh-CN and en only, not ja/);
    expect(() => two.consentWords('zh-TW')).toThrow(/not zh-TW/);
    expect(two.pickNoticeLanguage(['ja', 'zh-Hant-HK'])).toBe('zh-CN');
    expect(two.pickNoticeLanguage(['ko', 'en-GB', 'zh'])).toBe('en');
    expect(two.pickNoticeLanguage(['zha', 'fr'])).toBe('en');
  });
});
