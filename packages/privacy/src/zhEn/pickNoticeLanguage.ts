import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import { pickNoticeLanguage as pickOfAll } from '../notice/pickNoticeLanguage.js';

/** The first language of a person that this build has; whoever reads Chinese gets it in simplified characters. */
export function pickNoticeLanguage(languages: readonly string[]): NoticeLanguage {
  for (const language of languages) {
    const tag = language.toLowerCase();
    if (/^(zh|en)\b/.test(tag)) return pickOfAll([tag]) === 'en' ? 'en' : 'zh-CN';
  }
  return 'en';
}
