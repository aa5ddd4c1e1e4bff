import type { NoticeLanguage } from '../../notice/noticeLanguages.js';
import { AR } from './ar.js';
import type { DocumentWords } from './DocumentWords.js';
import { EN } from './en.js';
import { JA } from './ja.js';
import { KO } from './ko.js';
import { ZH_CN } from './zhCN.js';
import { ZH_TW } from './zhTW.js';

/** The words of each language. */
export const DOCUMENT_WORDS: Readonly<Record<NoticeLanguage, DocumentWords>> = {
  'zh-CN': ZH_CN,
  'zh-TW': ZH_TW,
  en: EN,
  ja: JA,
  ko: KO,
  ar: AR,
};
