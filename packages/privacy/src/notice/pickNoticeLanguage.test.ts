import { describe, expect, it } from '@jest/globals';
import { pickNoticeLanguage } from './pickNoticeLanguage.js';

describe('the language of a notice', () => {
  it.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh_CN'], 'zh-CN'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['zh-Hant-HK', 'en'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-TW'], 'zh-TW'],
    [['en-GB', 'zh-CN'], 'en'],
    [['JA-jp'], 'ja'],
    [['ko-KR'], 'ko'],
    [['ar-EG'], 'ar'],
    [['fr-FR', 'ko'], 'ko'],
    [['fr', 'de'], 'en'],
    [[], 'en'],
    [['arq', ''], 'en'],
  ])('of %j is %s', (languages, language) => {
    expect(pickNoticeLanguage(languages)).toBe(language);
  });
});
