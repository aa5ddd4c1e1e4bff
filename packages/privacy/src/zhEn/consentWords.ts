import type { ConsentWords } from '../consent/words/ConsentWords.js';
import { EN } from '../consent/words/en.js';
import { ZH_CN } from '../consent/words/zhCN.js';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import { ofTwo } from './ofTwo.js';

/** `consentWords` of `@huoti/privacy`, in two languages. */
export function consentWords(language: NoticeLanguage): ConsentWords {
  return ofTwo(language, { zh: ZH_CN, en: EN });
}
