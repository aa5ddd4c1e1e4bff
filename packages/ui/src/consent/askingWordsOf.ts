import type { NoticeLanguage } from '@huoti/privacy';
import type { ConsentState } from './ConsentState.js';
import type { AskingWords } from './words/AskingWords.js';
import { ar } from './words/ar.js';
import { en } from './words/en.js';
import { ja } from './words/ja.js';
import { ko } from './words/ko.js';
import { zhCN } from './words/zhCN.js';
import { zhTW } from './words/zhTW.js';

const TABLE: Readonly<Record<NoticeLanguage, AskingWords>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
  ja,
  ko,
  ar,
};

/**
 * What the pages say of the asking itself, in the notice's language, with the operator's name in it.
 *
 * @example askingWordsOf(state).go // '继续'
 */
export function askingWordsOf({
  language,
  settings,
}: Pick<ConsentState, 'language' | 'settings'>): AskingWords {
  const words = TABLE[language];
  return { ...words, codeHelp: words.codeHelp.replace('{operator}', settings.deployment.operator.name) };
}
