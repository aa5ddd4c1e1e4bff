import { beforeEach, describe, expect, it } from '@jest/globals';
import { createNotice, DEFAULT_DEPLOYMENT, NOTICE_LANGUAGES } from '@huoti/privacy';
import type { ConsentRequest } from '@huoti/protocol';
import type { ConsentRow } from '../ports/rows.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { createTestConsent } from '../testing/createTestConsent.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { deploymentOf } from '../testing/deploymentOf.js';
import { answered, driveSession, sha256Hex, TEST_BEGIN } from '../testing/driveSession.js';

const DAY_MS = 86_400_000;
const [V1] = DEFAULT_DEPLOYMENT.versions;
const PUBLISHED_MS = V1?.publishedAtMs ?? 0;
/** Version 2 keeps pictures for longer, version 3 is published and not in force for months. */
const VERSIONS = deploymentOf([
  { version: '1', publishedAtMs: PUBLISHED_MS },
  {
    version: '2',
    publishedAtMs: PUBLISHED_MS + 5 * DAY_MS,
    terms: { retention: { ...V1!.terms.retention, 'face-crop': 2 * DAY_MS } },
  },
  { version: '3', publishedAtMs: PUBLISHED_MS + 90 * DAY_MS },
]);

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext({ settings: { privacy: VERSIONS } });
});

const fits = (changes: Parameters<typeof createTestConsent>[0] = {}) =>
  createTestConsent({ deployment: VERSIONS, ...changes });
const refusalOf = (answer: { ok: boolean; refusal?: { code: string; detail: string } }) =>
  answer.ok ? 'ok' : `${answer.refusal?.code}: ${answer.refusal?.detail}`;
const record = (sessionId: string, request: ConsentRequest) => recordConsent(context, { sessionId, request });
const begin = (sessionId: string) => beginPlan(context, { sessionId, request: TEST_BEGIN });

/** What a client that would rather not ask sends instead of the truth, and what it is told. */
const LIES: readonly (readonly [string, () => ConsentRequest, RegExp])[] = [
  [
    'to a lower level than the session has',
    () => fits({ level: 'trace' }),
    /reaches no further than "trace"/,
  ],
  [
    'to a lower level, told as the higher one',
    () => ({ ...fits({ level: 'trace' }), level: 'frames' }),
    /inventoryHash is not that/,
  ],
  [
    'with the hash of a text that was altered',
    () => ({ ...fits(), textHash: sha256Hex('we take nothing, just tick here') }),
    /textHash is not that of the notice in "zh-CN"/,
  ],
  [
    "with the hash of another language's text",
    () => ({ ...fits({ language: 'en' }), language: 'zh-CN' }),
    /textHash is not that of the notice in "zh-CN"/,
  ],
  ['in a language that there is no notice in', () => ({ ...fits(), language: 'tlh' }), /no notice in "tlh"/],
  [
    'with the hash of another inventory',
    () => ({ ...fits(), inventoryHash: sha256Hex('nothing') }),
    /inventoryHash is not that/,
  ],
  [
    'with a question that the person said no to',
    () => ({ ...fits(), choices: { liveness: true, frames: false } }),
    /"frames" was not agreed to/,
  ],
  [
    'with a question that was never asked',
    () => ({ ...fits(), choices: { liveness: true } }),
    /"frames" was not agreed to/,
  ],
  ['without an answer to anything', () => ({ ...fits(), choices: {} }), /"liveness" was not agreed to/],
  [
    'with one box for everything, ticked beforehand, that no notice has',
    () => ({ ...fits(), choices: { liveness: true, trace: true, frames: true } }),
    /"trace" does not stand in that notice/,
  ],
  [
    'to a version that does not hold any more',
    () => fits({ version: '1' }),
    /version "1" .* says something else.*show the notice of version "2"/,
  ],
  [
    'to a version that is not in force yet',
    () => fits({ version: '3' }),
    /version "3" .* is not in force yet: show the notice of version "2"/,
  ],
  [
    'to a version that there is not',
    () => ({ ...fits(), policyVersion: '0' }),
    /no version "0" of the policy: show the notice of version "2"/,
  ],
  [
    "to the words of another operator's",
    () =>
      createTestConsent({
        deployment: { ...VERSIONS, operator: { name: 'Somebody else', contact: 'nobody' } },
      }),
    /textHash is not that/,
  ],
  ['of whose age nobody said anything', () => fits({ ageBand: null }), /the age comes first/],
];

describe('a consent', () => {
  it.each(LIES)('%s is refused, closed, and the session does not begin', async (_what, lie, detail) => {
    const { sessionId, row } = await driveSession(context, { until: 'issued' });
    expect(refusalOf(await record(sessionId, lie()))).toMatch(
      new RegExp(`^CONSENT_REQUIRED: .*${detail.source}`),
    );
    expect(context.store.tables.consents.size).toBe(0);
    expect(refusalOf(await begin(sessionId))).toMatch(/^CONSENT_REQUIRED/);
    expect((await row()).state).toBe('issued');
  });

  it.each(LIES.filter(([what]) => !/age|lower level than/.test(what)))(
    '%s is refused at the begin too, if its receipt were slipped in',
    async (_what, lie) => {
      const { sessionId } = await driveSession(context, { until: 'consented' });
      const [receipt] = context.store.tables.consents.values();
      // The attacker can write into the table, or a record that was imported holds this.
      const { ageBand: _said, ...forged } = lie();
      context.store.tables.consents.set(receipt!.receiptId, { ...(receipt as ConsentRow), ...forged });
      expect(refusalOf(await begin(sessionId))).toMatch(/^CONSENT_REQUIRED/);
    },
  );

  it('that fits begins a session, in every language that there is', async () => {
    for (const language of NOTICE_LANGUAGES) {
      const { sessionId } = await driveSession(context, { until: 'issued', request: { subject: language } });
      answered(await record(sessionId, fits({ language })));
      expect(refusalOf(await begin(sessionId))).toBe('ok');
    }
  });

  it('to more than the session does carries it: a page may ask for more, and said so', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued', request: { policy: 'trace' } });
    answered(await record(sessionId, fits({ level: 'frames', comparison: true })));
    expect(refusalOf(await begin(sessionId))).toBe('ok');
  });

  it('is asked at level none, too', async () => {
    const { sessionId } = await driveSession(context, {
      until: 'issued',
      request: { policy: 'device-only' },
    });
    expect(refusalOf(await begin(sessionId))).toMatch(/^CONSENT_REQUIRED: a consent to the level "none"/);
  });

  it('without the question about a comparison carries no session that compares', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued' });
    const held = context.store.tables.sessions.get(sessionId);
    if (!held) throw new TypeError('there is no session');
    context.store.tables.sessions.set(sessionId, { ...held, referenceId: 'face-7' });
    const notAsked = await record(sessionId, fits());
    expect(refusalOf(notAsked)).toMatch(/^CONSENT_REQUIRED/);
    const refusedOne = fits({ comparison: true });
    expect(
      refusalOf(
        await record(sessionId, { ...refusedOne, choices: { ...refusedOne.choices, comparison: false } }),
      ),
    ).toMatch(/"comparison" was not agreed to/);
    expect(refusalOf(await record(sessionId, refusedOne))).toBe('ok');
  });

  it('leaves a receipt that says what was shown, each answer, the age, and when', async () => {
    const { sessionId } = await driveSession(context, { until: 'issued', request: { subject: 'anna' } });
    const request = fits({ language: 'en' });
    const { body } = answered(await record(sessionId, request));
    const notice = createNotice({
      deployment: VERSIONS,
      level: 'frames',
      comparison: false,
      language: 'en',
      atMs: context.time.nowMs(),
    });
    expect(context.store.tables.consents.get(body.receiptId)).toEqual({
      receiptId: body.receiptId,
      sessionId,
      clientId: 'bank',
      subject: 'anna',
      level: 'frames',
      policyVersion: '2',
      textHash: notice.textHash,
      inventoryHash: notice.inventoryHash,
      language: 'en',
      choices: { liveness: true, frames: true },
      ageBand: 'adult',
      guardianReceiptId: null,
      recordedAtMs: context.time.nowMs(),
      withdrawnAtMs: null,
    });
  });
});

describe('a receipt', () => {
  it('of another session begins none', async () => {
    // The attacker has a receipt that is good and points a second session at it: of nobody in particular, of the same person, of another.
    for (const [from, to] of [
      [{}, {}],
      [{ subject: 'mallory' }, { subject: 'mallory' }],
      [{ subject: 'anna' }, { subject: 'mallory' }],
    ] as const) {
      const theirs = await driveSession(context, { until: 'consented', request: from });
      const own = await driveSession(context, { until: 'issued', request: to });
      const { receiptId } = await theirs.row();
      await context.store.transaction((tx) => tx.sessions.update(own.sessionId, { receiptId }));
      expect(refusalOf(await begin(own.sessionId))).toMatch(/^CONSENT_REQUIRED: .*of another session/);
    }
  });

  it('of another person begins none, whatever session it says', async () => {
    const own = await driveSession(context, { until: 'consented', request: { subject: 'mallory' } });
    const { receiptId } = await own.row();
    const receipt = context.store.tables.consents.get(receiptId ?? '') as ConsentRow;
    context.store.tables.consents.set(receiptId ?? '', { ...receipt, subject: 'anna' });
    expect(refusalOf(await begin(own.sessionId))).toMatch(/^CONSENT_REQUIRED: .*of another session/);
  });

  it("of another client's begins none", async () => {
    const own = await driveSession(context, { until: 'consented' });
    const { receiptId } = await own.row();
    const receipt = context.store.tables.consents.get(receiptId ?? '') as ConsentRow;
    context.store.tables.consents.set(receiptId ?? '', { ...receipt, clientId: 'insurer' });
    expect(refusalOf(await begin(own.sessionId))).toMatch(/^CONSENT_REQUIRED/);
  });

  it('that is gone begins none', async () => {
    const { sessionId } = await driveSession(context, { until: 'consented' });
    context.store.tables.consents.clear();
    expect(refusalOf(await begin(sessionId))).toMatch(
      /^CONSENT_REQUIRED: a consent to the level "frames" comes/,
    );
  });
});
