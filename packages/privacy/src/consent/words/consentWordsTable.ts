import type { NoticeLanguage } from '../../notice/noticeLanguages.js';
import type { ConsentWords } from './ConsentWords.js';
import { EN } from './en.js';
import { ZH_CN } from './zhCN.js';

/** The words of each language. */
export const CONSENT_WORDS: Readonly<Record<NoticeLanguage, ConsentWords>> = {
  'zh-CN': ZH_CN,
  'zh-TW': ZH_CN,
  en: EN,
  ja: EN,
  ko: EN,
  ar: EN,
};
