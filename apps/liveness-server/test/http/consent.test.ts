import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GuardianConsentList, Problem, SessionView } from '@huoti/protocol';
import { createTestConsent } from '@huoti/server/testing';
import { clientOf, openTestApp, type TestApp, type TestClient } from '../support/openTestApp.js';
import { consentTo, HOST } from '../support/requestBodies.js';

const legalGround = { ground: 'criminal-procedure', reference: 'order 12/2026' };
const begin = { method: 'POST', payload: { mirroringKnown: true, host: HOST } } as const;

let service: TestApp;
let key: string;
beforeAll(async () => {
  service = await openTestApp({ server: { legalGrounds: ['criminal-procedure'] } });
  key = await service.key();
});
afterAll(() => service.app.close());

const codeOf = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.statusCode < 400 ? 'ok' : answer.json<Problem>().code,
];
const create = (payload: object) => service.call(key, { method: 'POST', url: '/v1/sessions', payload });

async function clientFor(payload: object): Promise<TestClient> {
  const answer = await create({ policy: 'trace', ...payload });
  const { sessionId, clientToken } = answer.json<{ sessionId: string; clientToken: string }>();
  return clientOf(service.app, { sessionId, token: clientToken });
}

const signed = (changes: object = {}) => {
  const { level, policyVersion, textHash, language } = createTestConsent();
  return {
    subject: 'pupil-7',
    guardian: 'guardian-7',
    document: 'shelf 7',
    level,
    policyVersion,
    textHash,
    language,
    signedAtMs: service.context.time.nowMs() - 1_000,
    ...changes,
  };
};
const record = (changes: object = {}, apiKey = key) =>
  service.call(apiKey, { method: 'POST', url: '/v1/guardian-consents', payload: signed(changes) });

describe('POST .../consent', () => {
  it('takes what the notice asked, and the session begins', async () => {
    const client = await clientFor({});
    const answer = await client.call('/consent', { method: 'POST', payload: consentTo('trace') });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      receiptId: expect.stringMatching(/^[\w-]{22}$/),
      recordedAtMs: service.context.time.nowMs(),
    });
    expect((await client.call('/plan', begin)).statusCode).toBe(200);
  });

  it('answers 403 to one that does not fit, and says what to do: the plan stays closed', async () => {
    const client = await clientFor({});
    const payload = { ...consentTo('trace'), textHash: 'a'.repeat(64) };
    const answer = await client.call('/consent', { method: 'POST', payload });
    expect(codeOf(answer)).toEqual([403, 'CONSENT_REQUIRED']);
    expect(answer.json<Problem>()).toMatchObject({
      retryable: false,
      detail: expect.stringMatching(/textHash.*createNotice/),
    });
    expect(codeOf(await client.call('/plan', begin))).toEqual([403, 'CONSENT_REQUIRED']);
  });

  it.each([
    ['a ground in law', { legalGround }],
    ['a choice that nobody asks', { choices: { liveness: true, trace: true, marketing: true } }],
    ['a birthday', { ageBand: '2014-05-01' }],
    ['no choices at all', { choices: undefined }],
  ])('answers 400 to %s: its shape is no consent', async (_what, changes) => {
    const client = await clientFor({});
    const payload = { ...consentTo('trace'), ...changes };
    expect(codeOf(await client.call('/consent', { method: 'POST', payload }))).toEqual([
      400,
      'INVALID_ARGUMENT',
    ]);
  });
});

describe('a ground in law', () => {
  it('comes from the backend, and the view says which', async () => {
    const client = await clientFor({ subject: 'anna', legalGround });
    const view = (await client.call('')).json<SessionView>();
    expect([view.legalGround, view.consented]).toEqual(['criminal-procedure', false]);
    const consent = await client.call('/consent', { method: 'POST', payload: consentTo('trace') });
    expect(codeOf(consent)).toEqual([409, 'CONFLICT']);
    expect((await client.call('/plan', begin)).statusCode).toBe(200);
  });

  it('that is not allowed creates no session', async () => {
    const other = { policy: 'trace', legalGround: { ...legalGround, ground: 'other-law' } };
    expect(codeOf(await create(other))).toEqual([400, 'INVALID_ARGUMENT']);
    const none = { policy: 'trace', legalGround: { ...legalGround, ground: 'convenience' } };
    expect(codeOf(await create(none))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('is nothing that a client may ask for, at the plan either', async () => {
    const client = await clientFor({});
    const payload = { ...begin.payload, legalGround };
    expect(codeOf(await client.call('/plan', { method: 'POST', payload }))).toEqual([
      400,
      'INVALID_ARGUMENT',
    ]);
    // With its own token it may create nothing.
    const answer = await service.app.inject({
      method: 'POST',
      url: '/v1/sessions',
      headers: { authorization: `DPoP ${client.token}` },
      payload: { legalGround },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('/v1/guardian-consents', () => {
  it('records what a guardian signed, lists it, carries a session of the minor, and takes it back', async () => {
    const made = await record();
    expect(made.statusCode).toBe(201);
    const { receiptId } = made.json<{ receiptId: string }>();
    const client = await clientFor({ subject: 'pupil-7', ageBand: 'teen', guardianReceiptId: receiptId });
    const payload = createTestConsent({ level: 'trace', ageBand: null });
    expect((await client.call('/consent', { method: 'POST', payload })).statusCode).toBe(200);
    expect((await client.call('/plan', begin)).statusCode).toBe(200);

    const url = `/v1/guardian-consents/${receiptId}`;
    const gone = await service.call(key, { method: 'DELETE', url });
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect((await client.call('')).json<SessionView>().state).toBe('expired');
    const list = await service.call(key, { url: '/v1/guardian-consents?subject=pupil-7' });
    expect(list.json<GuardianConsentList>().consents).toEqual([
      expect.objectContaining({ receiptId, guardian: 'guardian-7', withdrawnAtMs: expect.any(Number) }),
    ]);
    // A second time it is as gone as it was.
    expect((await service.call(key, { method: 'DELETE', url })).statusCode).toBe(204);
  });

  it('is closed to a key without the scope of rights', async () => {
    const weak = await service.key('bank', ['sessions', 'references', 'compare', 'webhooks']);
    expect(codeOf(await record({}, weak))).toEqual([403, 'FORBIDDEN']);
    const rights = await service.key('bank', ['rights']);
    expect(codeOf(await record({ subject: 'pupil-8' }, rights))).toEqual([201, 'ok']);
    // And a key with that scope alone creates no session.
    const session = { method: 'POST', url: '/v1/sessions', payload: {} } as const;
    expect(codeOf(await service.call(rights, session))).toEqual([403, 'FORBIDDEN']);
  });

  it("is nobody else's", async () => {
    const { receiptId } = (await record({ subject: 'pupil-9' })).json<{ receiptId: string }>();
    const other = await service.key('shop');
    const list = await service.call(other, { url: '/v1/guardian-consents?subject=pupil-9' });
    expect(list.json()).toEqual({ consents: [] });
    const url = `/v1/guardian-consents/${receiptId}`;
    expect(codeOf(await service.call(other, { method: 'DELETE', url }))).toEqual([404, 'NOT_FOUND']);
  });

  it.each([
    ['a text that is no notice', { textHash: 'a'.repeat(64) }],
    ['the name of a person', { guardian: '张三' }],
    ['a picture of the paper', { scan: 'x' }],
    ['no paper', { document: '' }],
  ])('answers 400 to %s', async (_what, changes) => {
    expect(codeOf(await record(changes))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('asks for a minor, by name', async () => {
    expect(codeOf(await service.call(key, { url: '/v1/guardian-consents' }))).toEqual([
      400,
      'INVALID_ARGUMENT',
    ]);
  });
});

describe('a person who is restricted', () => {
  it('is answered with 403 RESTRICTED', async () => {
    await clientFor({ subject: 'bob' });
    await service.context.store.transaction((tx) =>
      tx.subjects.update('bank', 'bob', { restrictedAtMs: service.context.time.nowMs() }),
    );
    const answer = await create({ policy: 'trace', subject: 'bob' });
    expect(codeOf(answer)).toEqual([403, 'RESTRICTED']);
    expect(answer.json<Problem>()).toMatchObject({ retryable: false });
  });
});
