import { HuotiError } from '@huoti/protocol';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';

/**
 * One of two tables, by its language.
 *
 * @throws HuotiError INVALID_ARGUMENT for a language that this build leaves out
 */
export function ofTwo<T>(language: NoticeLanguage, { zh, en }: { readonly zh: T; readonly en: T }): T {
  if (language === 'zh-CN') return zh;
  if (language === 'en') return en;
  throw new HuotiError(
    'INVALID_ARGUMENT',
    `language: this build has zh-CN and en only, not ${language}: take it from pickNoticeLanguage, or bundle @huoti/privacy`,
  );
}
