import { describe, expect, it } from '@jest/globals';
import { createNotice } from '@huoti/privacy';
import {
  LATER_MS,
  NOW_MS,
  RECEIPT,
  deploymentWith,
  newer,
  settingsWith,
} from '../../test/consent/testSettings.js';
import type { ConsentEvent } from './ConsentEvent.js';
import type { ConsentScreenSettings } from './ConsentSettings.js';
import type { ConsentState } from './ConsentState.js';
import { createConsentState } from './createConsentState.js';
import { reduceConsent } from './reduceConsent.js';

const play = (state: ConsentState, ...events: readonly ConsentEvent[]): ConsentState =>
  events.reduce(reduceConsent, state);
const begin = (changes: Partial<ConsentScreenSettings> = {}): ConsentState =>
  createConsentState(settingsWith(changes));
const age = (band: 'adult' | 'teen' | 'child'): ConsentEvent => ({ type: 'age-choose', band });
const tick = (choice: 'liveness' | 'trace' | 'frames' | 'comparison', agreed = true): ConsentEvent => ({
  type: 'choice-set',
  choice,
  agreed,
});
const ALL = [tick('liveness'), tick('frames'), tick('comparison')];
const AGREE: ConsentEvent = { type: 'notice-agree' };

describe('the age', () => {
  it('is asked first, and not where the backend has said it', () => {
    expect(begin().page).toBe('age');
    expect(begin({ ageBand: 'adult' })).toMatchObject({ page: 'notice', back: null });
  });

  it('of an adult leads to the notice, of a minor to the guardian', () => {
    expect(play(begin(), age('adult'))).toMatchObject({ page: 'notice', back: 'age' });
    expect(play(begin(), age('teen'))).toMatchObject({ page: 'guardian', back: 'age' });
    expect(play(begin(), age('child'))).toMatchObject({ page: 'guardian', back: 'age' });
  });

  it('that the policy refuses ends it at once, said by the person or by the backend', () => {
    const deployment = deploymentWith({ ages: { teens: 'refuse', children: 'refuse' } });
    expect(play(begin({ deployment }), age('teen'))).toMatchObject({
      page: 'declined',
      declined: 'teen',
      back: null,
    });
    expect(play(begin({ deployment }), age('child'))).toMatchObject({ page: 'declined', declined: 'child' });
    expect(begin({ deployment, ageBand: 'child' })).toMatchObject({ page: 'declined', declined: 'child' });
  });

  it('that was refused is not asked again by "read it again", nor by going back', () => {
    const deployment = deploymentWith({ ages: { teens: 'refuse', children: 'refuse' } });
    const refused = play(begin({ deployment }), age('child'));
    expect(play(refused, { type: 'notice-reopen' }, { type: 'page-back' }, age('adult'))).toBe(refused);
  });
});

describe('the guardian', () => {
  const waiting = (changes: Partial<ConsentScreenSettings> = {}): ConsentState =>
    play(begin(changes), age('teen'));

  it('whose consent is there already is not asked for', () => {
    expect(begin({ ageBand: 'teen', guardianReceiptId: RECEIPT })).toMatchObject({
      page: 'notice',
      back: null,
    });
  });

  it('is asked by the page’s own flow, whose receipt leads on', () => {
    const asked = play(waiting({ hasGuardianFlow: true }), { type: 'guardian-start' });
    expect(asked.guardianPending).toBe(true);
    expect(play(asked, { type: 'guardian-end', receiptId: RECEIPT })).toMatchObject({
      page: 'notice',
      back: 'guardian',
      guardianReceiptId: RECEIPT,
      guardianPending: false,
    });
  });

  it('who did not agree leaves the person where they were, and that is said each time', () => {
    const start: ConsentEvent = { type: 'guardian-start' };
    const none: ConsentEvent = { type: 'guardian-end', receiptId: null };
    const once = play(waiting({ hasGuardianFlow: true }), start, none);
    expect(once).toMatchObject({ page: 'guardian', problem: { kind: 'guardian-missing' }, problemCount: 1 });
    expect(play(once, start, none).problemCount).toBe(2);
  });

  it('who answers after the person has left is not heard', () => {
    const left = play(waiting({ hasGuardianFlow: true }), { type: 'guardian-start' }, { type: 'page-back' });
    expect(play(left, { type: 'guardian-end', receiptId: RECEIPT })).toBe(left);
    const declined = play(
      waiting({ hasGuardianFlow: true }),
      { type: 'guardian-start' },
      { type: 'notice-decline' },
    );
    expect(play(declined, { type: 'guardian-end', receiptId: RECEIPT })).toBe(declined);
  });

  it('has no flow where the page brought none', () => {
    const page = waiting();
    expect(play(page, { type: 'guardian-start' })).toBe(page);
  });

  it('may have handed out a code, with spaces around it or not; what is none is told', () => {
    expect(play(waiting(), { type: 'guardian-code', code: `  ${RECEIPT}\n` }).page).toBe('notice');
    for (const code of ['', 'abc', `${RECEIPT}x`, `${RECEIPT.slice(1)}!`]) {
      expect(play(waiting(), { type: 'guardian-code', code })).toMatchObject({
        page: 'guardian',
        problem: { kind: 'code-malformed' },
      });
    }
  });

  it('is asked anew after going back, and another age begins anew too', () => {
    const notice = play(waiting(), { type: 'guardian-code', code: RECEIPT }, ...ALL);
    const back = play(notice, { type: 'page-back' });
    expect(back).toMatchObject({ page: 'guardian', guardianReceiptId: null, ticked: [] });
    expect(play(back, { type: 'page-back' })).toMatchObject({ page: 'age', band: null, back: null });
  });
});

describe('the notice', () => {
  const notice = (changes: Partial<ConsentScreenSettings> = {}): ConsentState =>
    play(begin(changes), age('adult'));

  it('asks each question by itself, and none is ticked', () => {
    expect(notice().notice.questions.map(({ choice }) => choice)).toEqual([
      'liveness',
      'frames',
      'comparison',
    ]);
    expect(notice({ level: 'none', comparison: false }).notice.questions).toHaveLength(1);
    expect(notice().ticked).toEqual([]);
  });

  it('is agreed to only when all are ticked: before, the first missing one is named', () => {
    expect(play(notice(), AGREE)).toMatchObject({
      page: 'notice',
      problem: { kind: 'choice-missing', choice: 'liveness' },
      problemCount: 1,
    });
    expect(play(notice(), tick('liveness'), tick('comparison'), AGREE)).toMatchObject({
      problem: { kind: 'choice-missing', choice: 'frames' },
    });
    expect(play(notice(), ...ALL, AGREE).page).toBe('agreed');
  });

  it('forgets what was missing once it is ticked, and a tick can be taken back', () => {
    expect(play(notice(), AGREE, tick('liveness')).problem).toBeNull();
    expect(play(notice(), AGREE, tick('frames')).problem).not.toBeNull();
    expect(play(notice(), ...ALL, tick('frames', false), AGREE).page).toBe('notice');
    expect(play(notice(), tick('liveness'), tick('liveness')).ticked).toEqual(['liveness']);
  });

  it('takes no tick for a question that was not asked', () => {
    const page = notice();
    expect(play(page, tick('trace'))).toBe(page);
  });

  it('agreed to is a request that a server can recompute: same text, inventory, version, language', () => {
    const { request } = play(notice(), ...ALL, AGREE);
    const made = createNotice({ ...settingsWith(), comparison: true, language: 'en' });
    expect(request).toEqual({
      level: 'frames',
      policyVersion: made.policyVersion,
      textHash: made.textHash,
      inventoryHash: made.inventoryHash,
      language: 'en',
      choices: { liveness: true, frames: true, comparison: true },
      ageBand: 'adult',
    });
  });

  it('leaves the age out of the request where the backend had said it, and names the guardian’s receipt', () => {
    const known = play(begin({ ageBand: 'teen', guardianReceiptId: RECEIPT }), ...ALL, AGREE);
    expect(known.request).toMatchObject({ guardianReceiptId: RECEIPT });
    expect(known.request).not.toHaveProperty('ageBand');
    const said = play(begin(), age('teen'), { type: 'guardian-code', code: RECEIPT }, ...ALL, AGREE);
    expect(said.request).toMatchObject({ ageBand: 'teen', guardianReceiptId: RECEIPT });
  });

  it('declined ends it; read again it begins with nothing ticked', () => {
    const declined = play(notice(), ...ALL, { type: 'notice-decline' });
    expect(declined).toMatchObject({ page: 'declined', declined: 'choice', request: null });
    expect(play(declined, AGREE)).toBe(declined);
    expect(play(declined, { type: 'notice-reopen' })).toMatchObject({
      page: 'notice',
      ticked: [],
      declined: null,
    });
  });

  it('unfolds its whole text, and keeps large letters and the voice over the pages', () => {
    const set = play(
      notice(),
      { type: 'text-fold', unfolded: true },
      { type: 'text-enlarge', large: true },
      { type: 'reading-set', aloud: true },
    );
    expect(set.unfolded).toBe(true);
    expect(play(set, { type: 'page-back' })).toMatchObject({
      unfolded: false,
      largeText: true,
      readAloud: true,
    });
  });

  it('in another language is agreed to anew', () => {
    const chinese = play(notice(), ...ALL, { type: 'language-set', languages: ['zh-CN'] });
    expect(chinese).toMatchObject({ page: 'notice', language: 'zh-CN', ticked: [] });
    expect(play(chinese, ...ALL, AGREE).request).toMatchObject({ language: 'zh-CN' });
    const same = play(notice(), ...ALL, { type: 'language-set', languages: ['en-GB'] });
    expect(same.ticked).toHaveLength(3);
  });

  it('follows the person’s languages, to the direction of the writing', () => {
    expect(notice({ languages: ['ar-EG'] })).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(notice({ languages: ['zh-HK', 'en'] })).toMatchObject({ language: 'zh-TW', direction: 'ltr' });
  });
});

describe('a law in the consent’s place', () => {
  it('shows the notice, asks for no age and no tick, and leaves no request', () => {
    const page = begin({ legalGround: 'public-interest', ageBand: null });
    expect(page).toMatchObject({ page: 'notice', back: null, notice: { questions: [] } });
    expect(play(page, AGREE)).toMatchObject({ page: 'agreed', request: null });
    expect(play(page, { type: 'notice-decline' }).page).toBe('declined');
  });
});

describe('a consent that the server finds outdated', () => {
  const agreed = play(begin({ deployment: newer }), age('adult'), ...ALL, AGREE);

  it('is asked for anew with the notice in force, nothing ticked, and the page says so', () => {
    const again = play(agreed, { type: 'consent-required', atMs: LATER_MS });
    expect(again).toMatchObject({ page: 'notice', renewed: true, ticked: [], request: null, band: 'adult' });
    expect(again.notice.policyVersion).toBe('2');
    expect(play(again, ...ALL, AGREE).request).toMatchObject({ policyVersion: '2', ageBand: 'adult' });
  });

  it('may come with the operator’s newer facts', () => {
    const old = play(begin(), age('adult'), ...ALL, AGREE);
    expect(play(old, { type: 'consent-required', atMs: LATER_MS })).toBe(old);
    expect(play(old, { type: 'consent-required', atMs: LATER_MS, deployment: newer }).page).toBe('notice');
  });

  it('is not asked for again where the notice is the same: the fault is another one', () => {
    expect(play(agreed, { type: 'consent-required', atMs: NOW_MS + 1 })).toBe(agreed);
  });

  it('ends where the newer policy takes nobody of that age', () => {
    const strict = deploymentWith({ ages: { teens: 'refuse', children: 'refuse' }, backupDays: 3 });
    const teen = play(begin(), age('teen'), { type: 'guardian-code', code: RECEIPT }, ...ALL, AGREE);
    expect(play(teen, { type: 'consent-required', atMs: LATER_MS, deployment: strict })).toMatchObject({
      page: 'declined',
      declined: 'teen',
    });
  });

  it('means nothing before anybody has agreed', () => {
    const page = begin({ deployment: newer });
    expect(play(page, { type: 'consent-required', atMs: LATER_MS })).toBe(page);
  });
});
