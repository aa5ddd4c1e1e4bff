import type { NoticeLanguage } from '../noticeLanguages.js';
import { EN } from './en.js';
import type { NoticeWords } from './NoticeWords.js';
import { ZH_CN } from './zhCN.js';

/** The sentences of each language. */
export const NOTICE_WORDS: Readonly<Record<NoticeLanguage, NoticeWords>> = {
  'zh-CN': ZH_CN,
  'zh-TW': ZH_CN,
  en: EN,
  ja: EN,
  ko: EN,
  ar: EN,
};
