import { describe, expect, it } from '@jest/globals';
import { AGE_BANDS, CONSENT_CHOICES } from '@huoti/protocol';
import { ageGate, requiredChoices, versionInForce } from '@huoti/privacy';
import { LATER_MS, RECEIPT, deploymentWith, newer, settingsWith } from '../../test/consent/testSettings.js';
import type { ConsentEvent } from './ConsentEvent.js';
import type { ConsentScreenSettings } from './ConsentSettings.js';
import type { ConsentState } from './ConsentState.js';
import { createConsentState } from './createConsentState.js';
import { reduceConsent } from './reduceConsent.js';

/** Everything that a person, a guardian, a page or a server can do, sensible or not. */
const EVENTS: readonly ConsentEvent[] = [
  ...AGE_BANDS.map((band): ConsentEvent => ({ type: 'age-choose', band })),
  ...CONSENT_CHOICES.flatMap((choice): ConsentEvent[] => [
    { type: 'choice-set', choice, agreed: true },
    { type: 'choice-set', choice, agreed: false },
  ]),
  { type: 'guardian-start' },
  { type: 'guardian-end', receiptId: null },
  { type: 'guardian-end', receiptId: RECEIPT },
  { type: 'guardian-end', receiptId: 'not a receipt' },
  { type: 'guardian-code', code: RECEIPT },
  { type: 'guardian-code', code: '12' },
  { type: 'text-fold', unfolded: true },
  { type: 'notice-agree' },
  { type: 'notice-decline' },
  { type: 'notice-reopen' },
  { type: 'page-back' },
  { type: 'consent-required', atMs: LATER_MS },
];

/** A change of the language makes as many states again: tried where the most can happen. */
const EVERYTHING: readonly ConsentEvent[] = [...EVENTS, { type: 'language-set', languages: ['zh-CN'] }];

/** All that decides what can follow; texts and counters do not. */
const keyOf = ({
  page,
  back,
  band,
  guardianReceiptId,
  guardianPending,
  ticked,
  unfolded,
  problem,
  renewed,
  declined,
  request,
  notice,
}: ConsentState): string =>
  JSON.stringify([
    page,
    back,
    band,
    guardianReceiptId,
    guardianPending,
    [...ticked].sort(),
    unfolded,
    problem,
    renewed,
    declined,
    request,
    notice.policyVersion,
    notice.language,
  ]);

/** Every state that any sequence of events leads to. */
function reachable(
  settings: ConsentScreenSettings,
  events: readonly ConsentEvent[],
): { readonly state: ConsentState; readonly from: ConsentState | null }[] {
  const first = createConsentState(settings);
  const found = new Map([[keyOf(first), { state: first, from: null as ConsentState | null }]]);
  const queue = [first];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const event of events) {
      const next = reduceConsent(state, event);
      const key = keyOf(next);
      if (found.has(key)) continue;
      found.set(key, { state: next, from: state });
      queue.push(next);
    }
  }
  return [...found.values()];
}

const AGES = ['with-guardian', 'refuse'] as const;
const CASES = AGES.flatMap((teens) =>
  AGES.flatMap((children) =>
    ([null, ...AGE_BANDS] as const).flatMap((ageBand) =>
      [true, false].map((hasGuardianFlow) => ({
        events: EVENTS,
        name: `teens ${teens}, children ${children}, age ${ageBand ?? 'asked'}, ${hasGuardianFlow ? 'with' : 'without'} a guardian's flow`,
        settings: settingsWith({
          deployment: deploymentWith({ ages: { teens, children } }),
          ageBand,
          hasGuardianFlow,
        }),
      })),
    ),
  ),
);
const WITH_NEWER = {
  events: EVERYTHING,
  name: 'a policy that changes meanwhile',
  settings: settingsWith({ deployment: newer }),
};

describe.each([...CASES, WITH_NEWER])('$name: of all that can happen', ({ settings, events }) => {
  const all = reachable(settings, events);
  const agreed = all.filter(({ state }) => state.page === 'agreed');

  it('nothing leads to a camera without a tick at every question, by this person, on the notice that is recorded', () => {
    for (const { state, from } of agreed) {
      const { request, notice } = state;
      for (const choice of requiredChoices({ level: 'frames', comparison: true })) {
        expect(request?.choices[choice]).toBe(true);
        expect(from?.ticked).toContain(choice);
      }
      expect(from).toMatchObject({ page: 'notice', notice });
      expect(request).toMatchObject({ textHash: notice.textHash, inventoryHash: notice.inventoryHash });
    }
  });

  it('nobody of an age that the policy refuses, and no minor without a guardian’s receipt, gets there', () => {
    for (const { state } of agreed) {
      const { band, guardianReceiptId, settings: now } = state;
      expect(band).not.toBeNull();
      const { terms } = versionInForce(now.deployment, now.atMs);
      expect(ageGate({ band: band ?? 'child', terms, guardianReceiptId }).kind).toBe('go');
      if (band !== 'adult') expect(guardianReceiptId).toBe(RECEIPT);
    }
  });

  it('no page is without a way out, and every end stays an end unless somebody acts', () => {
    for (const { state } of all) {
      if (state.page === 'agreed' || state.page === 'declined') continue;
      expect(reduceConsent(state, { type: 'notice-decline' }).page).toBe('declined');
    }
    expect(all.some(({ state }) => state.page === 'declined')).toBe(true);
    for (const { state } of all.filter(({ state: { page } }) => page === 'declined')) {
      const others = EVENTS.filter(({ type }) => type !== 'notice-reopen' && type !== 'language-set');
      expect(others.every((event) => reduceConsent(state, event) === state)).toBe(true);
    }
  });

  it('a request exists on the page agreed and nowhere else', () => {
    for (const { state } of all) expect(state.request !== null).toBe(state.page === 'agreed');
  });
});

it('the search reaches every page, so that what holds for all of them is about something', () => {
  const pages = new Set(
    reachable(WITH_NEWER.settings, EVENTS).map(({ state }) => `${state.page} ${state.notice.policyVersion}`),
  );
  expect([...pages].sort()).toEqual([
    'age 1',
    'age 2',
    'agreed 1',
    'agreed 2',
    'declined 1',
    'declined 2',
    'guardian 1',
    'guardian 2',
    'notice 1',
    'notice 2',
  ]);
});
