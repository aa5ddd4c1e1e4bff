import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from './languages.js';
import { pickLanguage } from './pickLanguage.js';

const [english, chinese] = LANGUAGES;
const placeholders = (text: string | undefined): string[] => (text?.match(/\{[a-z]+\}/g) ?? []).sort();

describe('languages', () => {
  it('have the same keys, the same placeholders and names for the same checks', () => {
    const other = new Map(Object.entries(chinese?.messages ?? {}));
    expect([...other.keys()].sort()).toEqual(Object.keys(english.messages).sort());
    for (const [key, text] of Object.entries(english.messages)) {
      expect([key, placeholders(other.get(key))]).toEqual([key, placeholders(text)]);
    }
    expect(Object.keys(chinese?.checks ?? {}).sort()).toEqual(Object.keys(english.checks).sort());
  });

  it('every Chinese text is Chinese and no English one is', () => {
    const han = /[\u4e00-\u9fff]/;
    const all = { ...chinese?.messages, ...chinese?.checks };
    expect(Object.entries(all).filter(([, text]) => !han.test(text))).toEqual([]);
    const own = { ...english.messages, ...english.checks };
    expect(Object.entries(own).filter(([, text]) => han.test(text))).toEqual([]);
  });
});

describe('pickLanguage', () => {
  it.each([
    [undefined, undefined, 'en'],
    [undefined, 'zh-CN,zh;q=0.9', 'zh-CN'],
    [undefined, 'fr, zh-Hant-HK;q=0.8, en;q=0.5', 'zh-CN'],
    [undefined, 'zh;q=0.1, en-GB;q=0.9', 'en'],
    [undefined, 'zh;q=0, en', 'en'],
    [undefined, ';;;,q=,zh;q=x'.repeat(500), 'zh-CN'],
    ['zh-CN', 'en', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['<script>', 'fr', 'en'],
  ])('chosen %p and asked for %p: %s', (chosen, header, locale) => {
    expect(pickLanguage(chosen, header).locale).toBe(locale);
  });
});
