import type { NoticeLanguage } from '@huoti/privacy';
import { ar } from './ar.js';
import { type ArchiveWords, en } from './en.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import { zhCN } from './zhCN.js';
import { zhTW } from './zhTW.js';

/** Words of the page that a person opens, in every language that notices are written in. */
export const ARCHIVE_WORDS: Readonly<Record<NoticeLanguage, ArchiveWords>> = {
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  en,
  ja,
  ko,
  ar,
};
