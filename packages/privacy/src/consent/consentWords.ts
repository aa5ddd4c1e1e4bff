import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import type { ConsentWords } from './words/ConsentWords.js';
import { CONSENT_WORDS } from './words/consentWordsTable.js';

/**
 * What stands on the consent screens besides the notice.
 *
 * @example consentWords('en').notice.refuse // 'Do not agree'
 */
export function consentWords(language: NoticeLanguage): ConsentWords {
  return CONSENT_WORDS[language];
}
