/** Languages that notices are written in. */
export const NOTICE_LANGUAGES = ['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'ar'] as const;
/** One of {@link NOTICE_LANGUAGES}. */
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];
