import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Problem, SessionView } from '@huoti/protocol';
import {
  createRecordedWeChat,
  TEST_IDENTITY,
  TEST_PLATFORM_BEGIN,
  WECHAT_DEPLOYMENT,
  weChatAnswer,
  type RecordedWeChat,
} from '@huoti/server/testing';
import { createLogger } from '../../src/logging/createLogger.js';
import { openPlatform } from '../../src/platform/openPlatform.js';
import { createPlatformHandler } from '../../src/worker/createPlatformHandler.js';
import { clientOf, openTestApp, type TestApp, type TestClient } from '../support/openTestApp.js';
import { consentTo } from '../support/requestBodies.js';

const APP_SECRET = 'fedcba9876543210fedcba9876543210';
const wechat = { appId: 'wx0123456789abcdef', appSecret: APP_SECRET, timeoutMs: 1_000, faceClearance: null };
/** Names and numbers of a person, however they get into a text. */
const SECRETS = [
  ...Object.values(TEST_IDENTITY),
  encodeURIComponent(TEST_IDENTITY.name),
  JSON.stringify(TEST_IDENTITY.name).replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
  APP_SECRET,
  'ACCESS_TOKEN',
  'verify_id_xxxx',
];

let recorded: RecordedWeChat;
let service: TestApp;
let key: string;
beforeAll(async () => {
  recorded = createRecordedWeChat();
  const verifier = openPlatform({ wechat }, { time: { nowMs: () => Date.now() }, http: recorded.http });
  service = await openTestApp({
    server: {
      platforms: ['wechat'],
      allowedPolicies: ['device-only', 'wechat'],
      privacy: WECHAT_DEPLOYMENT,
    },
    ...(verifier === null ? {} : { verifier }),
  });
  key = await service.key();
});
afterAll(() => service.app.close());
beforeEach(() => recorded.endsWith('passed'));

const issue = (payload: object) => service.call(key, { method: 'POST', url: '/v1/sessions', payload });
async function client(): Promise<TestClient> {
  const made = await issue({ policy: 'wechat', identity: TEST_IDENTITY });
  expect(made.statusCode).toBe(201);
  const { sessionId, clientToken } = made.json<{ sessionId: string; clientToken: string }>();
  return clientOf(service.app, { sessionId, token: clientToken });
}
const consent = { method: 'POST', payload: consentTo('none', { deployment: WECHAT_DEPLOYMENT }) } as const;
const begin = { method: 'POST', payload: TEST_PLATFORM_BEGIN } as const;
const complete = { method: 'POST', payload: {} } as const;

/** The worker's half. */
async function work(): Promise<void> {
  const logger = createLogger({
    level: 'debug',
    destination: { write: (line) => void service.lines.push(line) },
  });
  const verifier = openPlatform({ wechat }, { time: service.context.time, http: recorded.http });
  const handler = createPlatformHandler({
    context: service.context,
    logger,
    metrics: service.metrics,
    verifier,
  });
  for (const { name, data } of service.context.store.takeJobs()) {
    if (name !== 'platform') continue;
    const run = { id: 'job-1', attempt: 1, isLast: false, data };
    await handler(run, { signal: new AbortController().signal });
  }
}

describe('a session that WeChat decides', () => {
  it('goes from the backend to the person and back to a verdict', async () => {
    const one = await client();
    expect((await one.call('/consent', consent)).statusCode).toBe(200);
    const begun = await one.call('/platform', begin);
    expect([begun.statusCode, begun.json<{ verifyId: string }>().verifyId]).toEqual([
      200,
      expect.stringMatching(/^verify_id_xxxx-\d+$/),
    ]);
    const completed = await one.call('/platform/complete', complete);
    expect(completed.json<SessionView>()).toMatchObject({ state: 'completed', outcome: null });
    await work();
    expect((await one.call('/platform/complete', complete)).json<SessionView>()).toMatchObject({
      state: 'decided',
      outcome: { status: 'completed' },
    });
    const result = await service.call(key, { url: `/v1/sessions/${one.sessionId}/result` });
    const payload = JSON.parse(
      Buffer.from(result.body.split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    expect(payload).toMatchObject({ verified: true, assurance: 'platform', host: { kind: 'wechat' } });
  });

  it('asks for a consent, then a begin, then a completion, and says which is missing', async () => {
    const one = await client();
    const early = await one.call('/platform/complete', complete);
    expect([early.statusCode, early.json<Problem>().code]).toEqual([409, 'CONFLICT']);
    const bare = await one.call('/platform', begin);
    expect([bare.statusCode, bare.json<Problem>().code]).toEqual([403, 'CONSENT_REQUIRED']);
  });

  it('is refused with 403 in a host that is not its platform', async () => {
    const one = await client();
    await one.call('/consent', consent);
    const host = { ...TEST_PLATFORM_BEGIN.host, kind: 'browser' };
    const answer = await one.call('/platform', { method: 'POST', payload: { host } });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([403, 'HOST_FORBIDS']);
  });

  it('is no business of another client: neither token nor key of another session opens it', async () => {
    const [mine, theirs] = [await client(), await client()];
    await mine.call('/consent', consent);
    const withTheirToken = clientOf(service.app, { sessionId: mine.sessionId, token: theirs.token });
    const withMyTokenAndAnotherKey = clientOf(service.app, { sessionId: mine.sessionId, token: mine.token });
    const before = recorded.requests.length;
    for (const other of [withTheirToken, withMyTokenAndAnotherKey]) {
      expect((await other.call('/platform', begin)).statusCode).toBe(401);
      expect((await other.call('/platform/complete', complete)).statusCode).toBe(401);
    }
    const asBackend = await service.call(key, {
      method: 'POST',
      url: `/v1/sessions/${mine.sessionId}/platform`,
    });
    expect(asBackend.statusCode).toBe(401);
    expect(recorded.requests.length).toBe(before);
  });

  it('answers 503 and says when to come back where WeChat can not be asked', async () => {
    const one = await client();
    await one.call('/consent', consent);
    recorded.next('begin', { kind: 'failed', why: 'timed out' });
    const answer = await one.call('/platform', begin);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2']);
    expect(answer.json<Problem>()).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    expect((await one.call('/platform', begin)).statusCode).toBe(200);
  });

  it('logs that WeChat gave no answer, and which code it had instead', async () => {
    const one = await client();
    await one.call('/consent', consent);
    await one.call('/platform', begin);
    await one.call('/platform/complete', complete);
    recorded.next('query', weChatAnswer({ errcode: 45011, errmsg: 'too often' }));
    await work();
    const line = service.lines.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(line.find(({ msg }) => msg === 'platform-unanswered')).toMatchObject({
      job: 'platform',
      sessionId: one.sessionId,
      code: 'errcode-45011',
    });
  });

  it.each([
    ['no identity', { policy: 'wechat' }],
    [
      'a number that is too short',
      { policy: 'wechat', identity: { ...TEST_IDENTITY, idNumber: '31010119980101' } },
    ],
    ['a name with a line break', { policy: 'wechat', identity: { ...TEST_IDENTITY, name: '张三\n李四' } }],
    ['a field too many', { policy: 'wechat', identity: { ...TEST_IDENTITY, photo: 'x' } }],
    ['an identity for a policy without a platform', { policy: 'device-only', identity: TEST_IDENTITY }],
  ])('is not made with %s, and the answer does not repeat it', async (_what, payload) => {
    const answer = await issue(payload);
    expect(answer.statusCode).toBe(400);
    for (const word of ['31010119980101', '张三', 'oABC']) expect(answer.body).not.toContain(word);
  });

  it('leaves no identity, token or id of WeChat in any log line', () => {
    const log = service.lines.join('\n');
    expect(log).toContain('/v1/sessions/:sessionId/platform');
    for (const secret of SECRETS) expect(log).not.toContain(secret);
  });
});

describe('a service that is not connected to WeChat', () => {
  it('has the same paths, signs no such policy, and asks nobody', async () => {
    const other = await openTestApp();
    const otherKey = await other.key();
    const made = await other.call(otherKey, {
      method: 'POST',
      url: '/v1/sessions',
      payload: { policy: 'wechat', identity: TEST_IDENTITY },
    });
    expect([made.statusCode, made.json<Problem>().code]).toEqual([400, 'INVALID_ARGUMENT']);
    const one = await other.client('device-only');
    expect((await one.call('/platform', begin)).json<Problem>().code).toBe('CONFLICT');
    await other.app.close();
  });
});
