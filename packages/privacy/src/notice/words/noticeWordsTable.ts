import type { NoticeLanguage } from '../noticeLanguages.js';
import { AR } from './ar.js';
import { EN } from './en.js';
import { JA } from './ja.js';
import { KO } from './ko.js';
import type { NoticeWords } from './NoticeWords.js';
import { ZH_CN } from './zhCN.js';
import { ZH_TW } from './zhTW.js';

/** The sentences of each language. */
export const NOTICE_WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = {
  'zh-CN': ZH_CN,
  'zh-TW': ZH_TW,
  en: EN,
  ja: JA,
  ko: KO,
  ar: AR,
};
