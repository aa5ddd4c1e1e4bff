import { en } from './en.js';
import type { Texts } from './Texts.js';
import { zhCN } from './zhCN.js';

/** The demo's words in a language. */
export const textsFor = (lang: 'zh-CN' | 'en'): Texts => (lang === 'en' ? en : zhCN);
