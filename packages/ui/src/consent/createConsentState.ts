import { createNotice, pickNoticeLanguage } from '@huoti/privacy';
import type { ConsentScreenSettings } from './ConsentSettings.js';
import type { ConsentState } from './ConsentState.js';
import { hasLegalGround } from './consentRequestOf.js';
import { pageAfterAge } from './pageAfterAge.js';

/**
 * The first page: the age, unless the backend has said it; then whatever that age leads to.
 *
 * @throws HuotiError INVALID_ARGUMENT for a deployment that no notice can be made of, for example of a level that its terms don't name
 * @example createConsentState({ deployment, level: 'frames', languages: navigator.languages, atMs: Date.now() }).page // 'age'
 */
export function createConsentState(settings: ConsentScreenSettings): ConsentState {
  const { deployment, level, comparison = false, ageBand = null, guardianReceiptId = null } = settings;
  const { languages, atMs } = settings;
  const language = pickNoticeLanguage(languages);
  const byLaw = hasLegalGround(settings);
  const notice = createNotice({ deployment, level, comparison, language, atMs, byLaw });
  const start: ConsentState = {
    page: 'age',
    back: null,
    language,
    direction: notice.direction,
    notice,
    ticked: [],
    unfolded: false,
    renewed: false,
    band: ageBand,
    guardianReceiptId,
    guardianPending: false,
    problem: null,
    problemCount: 0,
    declined: null,
    request: null,
    largeText: false,
    readAloud: false,
    settings,
  };
  return { ...start, ...pageAfterAge(start) };
}
