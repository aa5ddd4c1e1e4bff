import type { DemoLanguage } from '../texts/texts.js';

/** What the embedded page says besides the element and the words that it shares with the demo. */
export interface EmbedTexts {
  readonly done: string;
  readonly interrupted: string;
  readonly outcomeWaiting: string;
  readonly outcomeCompleted: string;
  readonly outcomeFailed: string;
  readonly outcomeUnknown: string;
}

/** In each language of the demo. */
export const EMBED_TEXTS: Readonly<Record<DemoLanguage, EmbedTexts>> = {
  en: {
    done: 'Done',
    interrupted: 'The check was interrupted',
    outcomeWaiting: 'Looking up how far it came …',
    outcomeCompleted: 'It had been completed. There is nothing more to do.',
    outcomeFailed: 'It had ended without success. Please start again in the app.',
    outcomeUnknown: 'It did not come to its end. Please start again in the app.',
  },
  'zh-CN': {
    done: '完成',
    interrupted: '检测被中断',
    outcomeWaiting: '正在查询检测进度……',
    outcomeCompleted: '检测此前已完成，无需再做。',
    outcomeFailed: '检测此前未通过，请在应用内重新开始。',
    outcomeUnknown: '检测未能完成，请在应用内重新开始。',
  },
};
