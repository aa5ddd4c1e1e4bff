import { makeNotice, type NoticeOptions } from './makeNotice.js';
import type { Notice } from './Notice.js';
import type { NoticeLanguage } from './noticeLanguages.js';
import { NOTICE_WORDS } from './words/noticeWordsTable.js';

/** What {@link createNotice} takes. */
export interface CreateNoticeOptions extends NoticeOptions {
  readonly language: NoticeLanguage;
}

/**
 * The notice that a person sees before anything happens, generated from what the deployment promises and what huoti does. A pure function:
 * the page and the server make the same text of the same deployment, so that a receipt's hashes can be checked.
 *
 * @throws HuotiError INVALID_ARGUMENT for a version, a level or a purpose that the deployment does not have
 * @example
 * const notice = createNotice({ deployment, level: 'trace', comparison: false, language: 'en', atMs });
 */
export function createNotice({ language, ...options }: CreateNoticeOptions): Notice {
  return makeNotice({ ...options, language, words: NOTICE_WORDS[language] });
}
