import type { ConsentEvent } from './ConsentEvent.js';
import type { ConsentProblem, ConsentState } from './ConsentState.js';
import { consentRequestOf, hasLegalGround } from './consentRequestOf.js';
import { createConsentState } from './createConsentState.js';
import { pageAfterAge } from './pageAfterAge.js';

/** A receipt's id, as `POST /v1/guardian-consents` gives it: 128 bits in base64url. */
const RECEIPT_ID = /^[A-Za-z0-9_-]{22}$/;

/**
 * From what a person did to what they see next. Pure: the same events give the same pages. There is one way to `agreed`: from the notice,
 * with a tick at every question (or a ground in law that asks for none), after an age that the operator's policy lets through.
 *
 * @returns the same object where the event does not fit the page
 * @example
 * let consent = createConsentState({ deployment, level: 'none', languages: ['en'], atMs });
 * consent = reduceConsent(consent, { type: 'age-choose', band: 'adult' }); // page 'notice'
 */
export function reduceConsent(state: ConsentState, event: ConsentEvent): ConsentState {
  switch (event.type) {
    case 'age-choose':
      if (state.page !== 'age') return state;
      return move(state, { band: event.band, guardianReceiptId: state.settings.guardianReceiptId ?? null });
    case 'guardian-start':
      if (state.page !== 'guardian' || state.settings.hasGuardianFlow !== true) return state;
      return state.guardianPending ? state : { ...state, guardianPending: true, problem: null };
    case 'guardian-end':
      // Whoever left the page meanwhile is not pulled back.
      if (state.page !== 'guardian' || !state.guardianPending) return state;
      return guardianSaid({ ...state, guardianPending: false }, event.receiptId, {
        kind: 'guardian-missing',
      });
    case 'guardian-code':
      if (state.page !== 'guardian' || state.guardianPending) return state;
      return guardianSaid(state, event.code.trim(), { kind: 'code-malformed' });
    case 'choice-set':
      return state.page === 'notice' ? tick(state, event.choice, event.agreed) : state;
    case 'text-fold':
      return state.page === 'notice' ? { ...state, unfolded: event.unfolded } : state;
    case 'notice-agree':
      return state.page === 'notice' ? agree(state) : state;
    case 'notice-decline':
      if (state.page === 'agreed' || state.page === 'declined') return state;
      return { ...state, ...AT_REST, page: 'declined', back: null, declined: 'choice', ticked: [] };
    case 'notice-reopen':
      // Whom the policy takes at no age is not asked to try again.
      return state.declined === 'choice' ? move(state, {}) : state;
    case 'page-back':
      return state.back === null ? state : goBack(state, state.back);
    case 'consent-required':
      return state.page === 'agreed' ? renew(state, event) : state;
    case 'language-set':
      return state.page === 'agreed' ? state : translate(state, event.languages);
    case 'text-enlarge':
      return { ...state, largeText: event.large };
    case 'reading-set':
      return { ...state, readAloud: event.aloud };
  }
}

const AT_REST = { problem: null, guardianPending: false, request: null } as const;

/** On to whatever the age and the guardian's consent lead to; what was ticked for another answer is not carried along. */
function move(
  state: ConsentState,
  known: Partial<Pick<ConsentState, 'band' | 'guardianReceiptId'>>,
): ConsentState {
  const next: ConsentState = { ...state, ...known, ...AT_REST, ticked: [], unfolded: false };
  return { ...next, ...pageAfterAge(next) };
}

const trouble = (state: ConsentState, problem: ConsentProblem): ConsentState => ({
  ...state,
  problem,
  problemCount: state.problemCount + 1,
});

function guardianSaid(
  state: ConsentState,
  receiptId: string | null,
  otherwise: ConsentProblem,
): ConsentState {
  if (receiptId === null || !RECEIPT_ID.test(receiptId)) return trouble(state, otherwise);
  return move(state, { guardianReceiptId: receiptId });
}

function tick(state: ConsentState, choice: ConsentState['ticked'][number], agreed: boolean): ConsentState {
  const { notice, problem } = state;
  if (!notice.questions.some((question) => question.choice === choice)) return state;
  const others = state.ticked.filter((ticked) => ticked !== choice);
  const solved = agreed && problem?.kind === 'choice-missing' && problem.choice === choice;
  return { ...state, ticked: agreed ? [...others, choice] : others, problem: solved ? null : problem };
}

function agree(state: ConsentState): ConsentState {
  if (hasLegalGround(state.settings)) return { ...state, ...AT_REST, page: 'agreed', back: null };
  const missing = state.notice.questions.filter(({ choice }) => state.ticked.indexOf(choice) === -1)[0];
  if (missing !== undefined) return trouble(state, { kind: 'choice-missing', choice: missing.choice });
  return { ...state, ...AT_REST, page: 'agreed', back: null, request: consentRequestOf(state) };
}

function goBack(state: ConsentState, to: NonNullable<ConsentState['back']>): ConsentState {
  const given = state.settings.guardianReceiptId ?? null;
  if (to === 'guardian') return move(state, { guardianReceiptId: given });
  return move(state, { band: null, guardianReceiptId: given });
}

function translate(state: ConsentState, languages: readonly string[]): ConsentState {
  const settings = { ...state.settings, languages };
  const { language, direction, notice } = createConsentState(settings);
  if (language === state.language) return { ...state, settings };
  return { ...state, settings, language, direction, notice, ticked: [], problem: null };
}

/** A notice that is asked about again says so. The same notice is not asked twice: then the fault is another one. */
function renew(
  state: ConsentState,
  { atMs, deployment = state.settings.deployment }: Extract<ConsentEvent, { type: 'consent-required' }>,
): ConsentState {
  const { band, guardianReceiptId, largeText, readAloud, notice } = state;
  const fresh = createConsentState({ ...state.settings, deployment, atMs });
  const same =
    fresh.notice.textHash === notice.textHash &&
    fresh.notice.inventoryHash === notice.inventoryHash &&
    fresh.notice.policyVersion === notice.policyVersion;
  if (same) return state;
  return { ...move({ ...fresh, largeText, readAloud }, { band, guardianReceiptId }), renewed: true };
}
