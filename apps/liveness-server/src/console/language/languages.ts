import { en } from './en.js';
import { enReasons } from './enReasons.js';
import { enSession } from './enSession.js';
import type { Language } from './Language.js';
import { zhCN } from './zhCN.js';
import { zhCNReasons } from './zhCNReasons.js';
import { zhCNSession } from './zhCNSession.js';

/** What the console speaks. The first one where nothing else fits. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  { locale: 'en', name: 'English', messages: { ...en, ...enSession, ...enReasons } },
  { locale: 'zh-CN', name: '中文', messages: { ...zhCN, ...zhCNSession, ...zhCNReasons } },
];
