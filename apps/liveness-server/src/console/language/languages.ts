import { en } from './en.js';
import { enChecks } from './enChecks.js';
import { enReasons } from './enReasons.js';
import { enRights } from './enRights.js';
import { enSession } from './enSession.js';
import type { Language } from './Language.js';
import { zhCN } from './zhCN.js';
import { zhCNChecks } from './zhCNChecks.js';
import { zhCNReasons } from './zhCNReasons.js';
import { zhCNRights } from './zhCNRights.js';
import { zhCNSession } from './zhCNSession.js';

/** What the console speaks. The first one where nothing else fits. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  {
    locale: 'en',
    name: 'English',
    messages: { ...en, ...enRights, ...enSession, ...enReasons },
    checks: enChecks,
  },
  {
    locale: 'zh-CN',
    name: '中文',
    messages: { ...zhCN, ...zhCNRights, ...zhCNSession, ...zhCNReasons },
    checks: zhCNChecks,
  },
];
