import type { CreateNoticeOptions } from '../notice/createNotice.js';
import { makeNotice } from '../notice/makeNotice.js';
import type { Notice } from '../notice/Notice.js';
import { EN } from '../notice/words/en.js';
import { ZH_CN } from '../notice/words/zhCN.js';
import { ofTwo } from './ofTwo.js';

/** `createNotice` of `@huoti/privacy`, the same text to the letter, in two languages. */
export function createNotice({ language, ...options }: CreateNoticeOptions): Notice {
  return makeNotice({ ...options, language, words: ofTwo(language, { zh: ZH_CN, en: EN }) });
}
