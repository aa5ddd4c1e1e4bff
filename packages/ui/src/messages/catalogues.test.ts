import { describe, expect, it } from '@jest/globals';
import type { Catalogue } from './Catalogue.js';
import { en } from './en.js';
import { formatMessage } from './formatMessage.js';
import type { MessageKey } from './MessageKey.js';
import { pickCatalogue } from './pickCatalogue.js';
import { zhCN } from './zhCN.js';

const keysOf = ({ messages }: Catalogue): MessageKey[] => (Object.keys(messages) as MessageKey[]).sort();
const placeholders = (text: string): string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort();

describe('catalogues', () => {
  it('both languages have the same keys', () => {
    expect(keysOf(zhCN)).toEqual(keysOf(en));
  });

  it('both languages have the same placeholders', () => {
    for (const key of keysOf(en)) {
      expect([key, placeholders(zhCN.messages[key])]).toEqual([key, placeholders(en.messages[key])]);
    }
  });

  it('no text is empty or has stray space', () => {
    for (const { messages } of [en, zhCN]) {
      const bad = Object.entries(messages).filter(([, text]) => text === '' || text.trim() !== text);
      expect(bad).toEqual([]);
    }
  });

  it('every Chinese text is Chinese and no English one is', () => {
    const han = /[\u4e00-\u9fff]/;
    const withoutHan = keysOf(zhCN).filter((key) => !han.test(zhCN.messages[key]));
    expect(withoutHan).toEqual(['loading.share']);
    expect(keysOf(en).filter((key) => han.test(en.messages[key]))).toEqual([]);
  });

  it('no text shouts or blames', () => {
    const all = [...Object.values(en.messages), ...Object.values(zhCN.messages)].join('\n');
    expect(all).not.toMatch(/!|！|fail|invalid|fake|spoof|攻击|伪造|失败|非法/i);
  });

  it('short hints are short: 40 letters in English, 14 characters in Chinese', () => {
    const tooLong = keysOf(en).filter(
      (key) => /^hint\..*\.0$/.test(key) && (en.messages[key].length > 40 || zhCN.messages[key].length > 14),
    );
    expect(tooLong).toEqual([]);
  });
});

describe('formatMessage', () => {
  it('fills placeholders and leaves those without a value to be seen', () => {
    expect(formatMessage(en, 'step', { index: 1, count: 3 })).toBe('Step 1 of 3');
    expect(formatMessage(zhCN, 'step', { index: 1 })).toBe('第 1 步，共 {count} 步');
  });
});

describe('pickCatalogue', () => {
  const arabic: Catalogue = { ...en, locale: 'ar', direction: 'rtl' };
  it.each([
    [['zh-CN'], 'zh-CN'],
    [['zh-Hant-HK', 'en'], 'zh-CN'],
    [['ZH'], 'zh-CN'],
    [['en-GB', 'zh-CN'], 'en'],
    [['fr-FR', 'de'], 'en'],
    [['fr', 'zh'], 'zh-CN'],
    [[], 'en'],
  ])('%j gets %s', (languages, locale) => {
    expect(pickCatalogue(languages).locale).toBe(locale);
  });

  it('takes further languages, right to left ones too', () => {
    expect(pickCatalogue(['ar-EG', 'en'], [arabic, en])).toMatchObject({ locale: 'ar', direction: 'rtl' });
  });
});
