import { describe, expect, it } from '@jest/globals';
import { consentWords } from '../../consent/consentWords.js';
import { DOCUMENT_WORDS } from '../../documents/words/documentWordsTable.js';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../noticeLanguages.js';
import { NOTICE_WORDS } from './noticeWordsTable.js';

/** Every text in a table, by its place. */
function textsOf(value: unknown, place = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') {
    return [1, 2, 5, 30].map((count) => [
      `${place}(${count})`,
      String((value as (count: number) => string)(count)),
    ]);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, `${place}.${name}`));
}

/** Letters that each language is written in; digits, Latin names and punctuation are everybody's. */
const SCRIPTS = {
  'zh-CN': /\p{Script=Han}/u,
  'zh-TW': /\p{Script=Han}/u,
  en: /\p{Script=Latin}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  ar: /\p{Script=Arabic}/u,
} as const;

/** All the words of a language. */
const allOf = (language: NoticeLanguage): readonly (readonly [place: string, text: string])[] => [
  ...textsOf(NOTICE_WORDS[language], 'notice'),
  ...textsOf(consentWords(language), 'consent'),
  ...textsOf(DOCUMENT_WORDS[language], 'documents'),
];

const fieldsOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(NOTICE_LANGUAGES)('the words of %s', (language) => {
  const texts = allOf(language);

  it('are written in its own script, each of them', () => {
    const foreign = texts.filter(
      ([place, text]) =>
        !/\.(direction|join|comma|space)$/.test(place) &&
        !SCRIPTS[language].test(text.replace(/\{\w+\}/g, '')),
    );
    // What is only made of fields.
    expect(foreign.filter(([, text]) => /\p{L}/u.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it('have the fields of the English ones, sentence by sentence', () => {
    const english = allOf('en');
    const places = (list: readonly (readonly [string, string])[]) => list.map(([place]) => place);
    expect(places(texts)).toEqual(places(english));
    const others = texts.filter(
      ([, text], index) => String(fieldsOf(text)) !== String(fieldsOf(english[index]![1])),
    );
    expect(others).toEqual([]);
  });

  it('are no copy of another language', () => {
    for (const other of NOTICE_LANGUAGES) {
      if (other === language) continue;
      const theirs = new Map(allOf(other));
      const same = texts.filter(([place, text]) => text.length > 24 && theirs.get(place) === text);
      // Two ways of writing Chinese share the sentences whose characters are the same in both.
      expect(language.startsWith('zh') && other.startsWith('zh') ? [] : same).toEqual([]);
    }
  });

  it('are plain text: no markup, no double spaces, no space at an end', () => {
    // Spaces between the parts of a length of time are meant.
    const odd = texts.filter(
      ([place, text]) => !/\.(join|comma|space)$/.test(place) && /<|>|&|\s\s|^\s|\s$/.test(text),
    );
    expect(odd).toEqual([]);
  });
});

describe('the two ways of writing Chinese', () => {
  /** Characters of one way that the other never has; enough of them to see a sentence that was left untranslated. */
  const SIMPLIFIED =
    /[们个产么书会传体关内击别务动单卫厂发变号员响图块处备够头实对导将层属岁应开录总态息户报护拥据护换损择拟检构标样档欢殊气没测浏湾满点热状现环电监确离种称积竞简类红约级纪线组经结统继续维网罗职联脑脸节获规视觉览订认讨让训议记讲许论设证评识诉诊话详语误说请读谁调谢谨负责质购贴费资转轮软轻载较输边达迁过运还这进远连违适选递逻遗邮邻释里针钟钥错键长门闭问闲间阅队际陆险随难雇需静页项顺须预领频题颜额风验]/u;
  const TRADITIONAL =
    /[們個產麼書會傳體關擊別務動單衛廠發變號員響圖塊處備夠頭實對導將層屬歲應開錄總態戶報護擁據換損擇擬檢構標樣檔歡氣沒測瀏灣滿點熱狀現環電監確離種稱積競簡類紅約級紀線組經結統繼續維網羅職聯腦臉節獲規視覺覽訂認討讓訓議記講許論設證評識訴診話詳語誤說請讀誰調謝謹負責質購貼費資轉輪軟輕載較輸邊達遷過運還這進遠連違適選遞邏遺郵鄰釋針鐘鑰錯鍵長門閉問閒間閱隊際陸險隨難僱靜頁項順須預領頻題顏額風驗]/u;

  it('are not mixed', () => {
    const all = (language: 'zh-CN' | 'zh-TW') => allOf(language).map(([, text]) => text);
    expect(all('zh-CN').filter((text) => TRADITIONAL.test(text))).toEqual([]);
    const shared = /[内息里需雇别]/gu; // Written so in both, or in the place of another one.
    expect(all('zh-TW').filter((text) => SIMPLIFIED.test(text.replace(shared, '')))).toEqual([]);
  });
});
