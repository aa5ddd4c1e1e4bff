import type { ConsentRequest } from '@huoti/protocol';
import type { DemoSettings } from '../settings/DemoSettings.js';
import { notices } from './notices.js';

/** Changes with the words of the notices. */
const POLICY_VERSION = 'demo-1';

/** What a person agreed to who read the notice and pressed start: that an outcome is told, and nothing more. */
export const consentTo = (mode: 'local' | 'native', lang: DemoSettings['lang']): ConsentRequest => ({
  level: 'none',
  policyVersion: POLICY_VERSION,
  textHash: notices[lang][mode].textHash,
  language: lang,
});
