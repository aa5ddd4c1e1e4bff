import type { DataItemId } from '../inventory/dataItemIds.js';
import type { NoticeLanguage } from '../notice/noticeLanguages.js';
import { NOTICE_WORDS } from '../notice/words/noticeWordsTable.js';

/**
 * What a kind of data is called in the notices, for pages and documents of an operator's own.
 *
 * @example dataItemName('face-points', 'en') // 'Points on your face'
 */
export function dataItemName(id: DataItemId, language: NoticeLanguage): string {
  return NOTICE_WORDS[language].what.items[id].name;
}
