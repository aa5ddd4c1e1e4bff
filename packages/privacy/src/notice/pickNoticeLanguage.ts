import { NOTICE_LANGUAGES, type NoticeLanguage } from './noticeLanguages.js';

/** Traditional characters are written in these places; everywhere else Chinese is taken to be in simplified ones. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)/;

/**
 * The first language of a person that there is a notice in.
 *
 * @param languages BCP 47 tags, best first, as `navigator.languages` has them
 * @returns `en` where none fits
 * @example pickNoticeLanguage(['zh-Hant-HK', 'en']) // 'zh-TW'
 */
export function pickNoticeLanguage(languages: readonly string[]): NoticeLanguage {
  for (const language of languages) {
    const tag = language.toLowerCase().replace(/_/g, '-');
    const [primary] = tag.split('-');
    if (primary === 'zh') return TRADITIONAL.test(tag) ? 'zh-TW' : 'zh-CN';
    const found = NOTICE_LANGUAGES.find((known) => known === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}
