import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ResultClaims, SessionPolicy } from '@huoti/protocol';
import { decodeJwt } from 'jose';
import { readResult } from '../results/readResult.js';
import { expire } from '../retention/expire.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { reportOutcome } from '../sessions/reportOutcome.js';
import { viewSession } from '../sessions/viewSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext } from '../testing/createTestContext.js';
import { answered, TEST_BEGIN } from '../testing/driveSession.js';
import {
  createPlatformBench,
  drivePlatform,
  TEST_IDENTITY,
  TEST_PLATFORM_BEGIN,
  type PlatformBench,
} from '../testing/platform/drivePlatform.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { beginPlatform } from './beginPlatform.js';
import { completePlatform } from './completePlatform.js';
import { judgePlatform } from './judgePlatform.js';

let bench: PlatformBench;
beforeEach(async () => {
  bench = await createPlatformBench();
});

const rowOf = (id: string) => bench.context.store.transaction((tx) => tx.sessions.get(id));
const verdictOf = (id: string) => bench.context.store.transaction((tx) => tx.verdicts.get(id));
const judge = (sessionId: string) => judgePlatform(bench.context, { sessionId, verifier: bench.verifier });
async function claimsOf(sessionId: string): Promise<ResultClaims> {
  const read = answered(await readResult(bench.context, { clientId: 'bank', sessionId }));
  return decodeJwt<ResultClaims>(read.kind === 'result' ? read.jws : '');
}
/** Everything that is kept or waits, as text, bytes as base64 and as they are. */
const everythingKept = (): string =>
  JSON.stringify(
    Object.values(bench.context.store.tables).map((table: ReadonlyMap<unknown, unknown>) => [...table]),
    (_, value: unknown) =>
      value instanceof Uint8Array
        ? [Buffer.from(value).toString('base64'), Buffer.from(value).toString('utf8')]
        : value,
  );
const IDENTITY_WORDS = Object.values(TEST_IDENTITY).flatMap((word) => [
  word,
  Buffer.from(word).toString('base64'),
]);

describe('a session that a platform decides', () => {
  it('is verified by a pass: assurance, host and platform stand in the signed result', async () => {
    const { sessionId } = await drivePlatform(bench, { request: { subject: 'anna' } });
    expect(await judge(sessionId)).toMatchObject({ ok: true, decided: true, word: { kind: 'passed' } });
    expect(await claimsOf(sessionId)).toMatchObject({
      verified: true,
      assurance: 'platform',
      reason: null,
      sub: 'anna',
      level: 'none',
      policy: { name: 'wechat', platform: 'wechat' },
      host: { kind: 'wechat' },
      planHash: null,
      evidenceHash: null,
      light: false,
      comparison: { performed: false },
      consent: { policyVersion: '1' },
    });
    expect([...bench.context.store.tables.attempts.values()]).toEqual([
      expect.objectContaining({ state: 'passed' }),
    ]);
  });

  it.each([
    ['notThePerson', 'FACE_MISMATCH'],
    ['cancelled', 'DECLINED'],
  ] as const)('ends refused where the platform says "%s"', async (record, reason) => {
    const { sessionId } = await drivePlatform(bench);
    bench.wechat.endsWith(record);
    await judge(sessionId);
    expect(await claimsOf(sessionId)).toMatchObject({ verified: false, assurance: 'platform', reason });
    expect([...bench.context.store.tables.attempts.values()]).toEqual([
      expect.objectContaining({ state: 'failed' }),
    ]);
    // Why is for the backend: the person is told that it did not work.
    const { body } = answered(await viewSession(bench.context, { sessionId }));
    expect(body.outcome).toMatchObject({ status: 'failed', reason: null });
  });

  it('leaves a trail of who did what, with no word of whom it was about', async () => {
    const { sessionId } = await drivePlatform(bench);
    await judge(sessionId);
    const rows = await bench.context.store.transaction((tx) => tx.audit.list({ object: sessionId }));
    expect([...rows].reverse().map(({ actor, action }) => `${actor.split(':')[0] ?? ''} ${action}`)).toEqual([
      'system session-issue',
      'client consent-record',
      'client platform-begin',
      'client platform-complete',
      'system identity-delete',
      'system session-decide',
    ]);
  });

  it('runs in no host but that of its platform', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    const { body } = answered(await viewSession(bench.context, { sessionId }));
    expect(body.refusedHosts).toEqual(['browser', 'webview', 'wechat-web-view', 'alipay', 'douyin', 'node']);
    for (const kind of body.refusedHosts) {
      const request = { host: { ...TEST_PLATFORM_BEGIN.host, kind } };
      const answer = await beginPlatform(bench.context, { sessionId, request, verifier: bench.verifier });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'HOST_FORBIDS' } });
    }
    expect(bench.wechat.requests).toEqual([]);
  });

  it('can be decided by nothing that a client says, nor by evidence', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'begun' });
    const outcome = await reportOutcome(bench.context, {
      sessionId,
      request: { status: 'completed', durationMs: 1 },
    });
    const plan = await beginPlan(bench.context, {
      sessionId,
      request: { ...TEST_BEGIN, ...TEST_PLATFORM_BEGIN },
    });
    const judged = await judgeSession(bench.context, { sessionId, judge: createScriptedJudge() });
    for (const answer of [outcome, plan, judged]) {
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'CONFLICT' } });
    }
    expect(await rowOf(sessionId)).toMatchObject({ state: 'begun' });
  });

  it('is the only kind that asks a platform', async () => {
    const { body } = answered(await issueSession(bench.context, { clientId: 'bank', request: {} }));
    const { sessionId } = body;
    const { verifier } = bench;
    for (const answer of [
      await beginPlatform(bench.context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier }),
      await completePlatform(bench.context, { sessionId }),
      await judge(sessionId),
    ]) {
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'CONFLICT' } });
    }
    expect(bench.wechat.requests).toEqual([]);
  });
});

describe('an identity', () => {
  it('goes with a policy that verifies one, and with no other', async () => {
    const issue = (policy: string, identity?: typeof TEST_IDENTITY) =>
      issueSession(bench.context, {
        clientId: 'bank',
        request: { policy, ...(identity ? { identity } : {}) },
      });
    expect(await issue('wechat')).toMatchObject({ ok: false, refusal: { code: 'INVALID_ARGUMENT' } });
    expect(await issue('default', TEST_IDENTITY)).toMatchObject({
      ok: false,
      refusal: { code: 'INVALID_ARGUMENT' },
    });
    expect(bench.context.store.tables.sessions.size).toBe(0);
  });

  it('stands nowhere in clear, from the issue to the verdict', async () => {
    for (const until of ['issued', 'consented', 'begun', 'completed'] as const) {
      const { sessionId } = await drivePlatform(bench, { until });
      expect(bench.context.store.tables.platformChecks.has(sessionId)).toBe(true);
      const text = everythingKept();
      for (const word of IDENTITY_WORDS) expect(text).not.toContain(word);
    }
  });

  it('is gone with its key as soon as there is a verdict', async () => {
    const keysBefore = bench.context.store.tables.dataKeys.size;
    const { sessionId } = await drivePlatform(bench);
    expect(bench.context.store.tables.dataKeys.size).toBe(keysBefore + 1);
    await judge(sessionId);
    expect(bench.context.store.tables.platformChecks.size).toBe(0);
    expect(bench.context.store.tables.dataKeys.size).toBe(keysBefore);
    expect(await rowOf(sessionId)).toMatchObject({ state: 'decided', dataKeyId: null });
  });

  it.each(['issued', 'consented', 'begun'] as const)(
    'is gone when a session that is %s runs out',
    async (until) => {
      const keysBefore = bench.context.store.tables.dataKeys.size;
      const { sessionId } = await drivePlatform(bench, { until });
      bench.context.time.advanceBy(15 * 60_000);
      await expire(bench.context);
      expect(await rowOf(sessionId)).toMatchObject({ state: 'expired', dataKeyId: null });
      expect(bench.context.store.tables.platformChecks.size).toBe(0);
      expect(bench.context.store.tables.dataKeys.size).toBe(keysBefore);
    },
  );

  it('opens for no other session: sealed bytes that were moved are refused', async () => {
    const one = await drivePlatform(bench, { until: 'consented' });
    const two = await drivePlatform(bench, { until: 'consented' });
    const { platformChecks } = bench.context.store.tables;
    const [mine, theirs] = [platformChecks.get(one.sessionId), platformChecks.get(two.sessionId)];
    if (!mine || !theirs) throw new TypeError('two checks expected');
    platformChecks.set(one.sessionId, { ...mine, identity: theirs.identity });
    const { sessionId } = one;
    await expect(
      beginPlatform(bench.context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier: bench.verifier }),
    ).rejects.toMatchObject({ code: 'HOST_ERROR' });
    expect(bench.wechat.requests).toEqual([]);
  });
});

describe('a service that is connected to no platform', () => {
  it('does not start with a policy that needs one', async () => {
    await expect(createPlatformBench({ settings: { platforms: [] } })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/wechat.*not connected/),
    });
    await expect(createTestContext()).resolves.toBeDefined();
  });

  it.each<readonly [string, Partial<SessionPolicy>]>([
    ['pictures', { evidenceLevel: 'frames' }],
    ['light', { light: 'preferred' }],
  ])('has no policy that wants a platform and %s', async (_what, changes) => {
    const policy = {
      name: 'both',
      light: 'off',
      tripwires: 'off',
      evidenceLevel: 'none',
      ...changes,
    } as const;
    await expect(
      createPlatformBench({ settings: { policies: { both: { platform: 'wechat', policy } } } }),
    ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringMatching(/policies\.both/) });
  });

  it('any more says so at the begin, and asks on at the end until the deadline', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    expect(
      await beginPlatform(bench.context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier: null }),
    ).toMatchObject({ ok: false, refusal: { code: 'UNAVAILABLE', retryable: false } });
    const other = await drivePlatform(bench);
    expect(await judgePlatform(bench.context, { sessionId: other.sessionId, verifier: null })).toMatchObject({
      decided: false,
      word: { kind: 'unavailable', why: 'not connected' },
    });
    expect(await verdictOf(other.sessionId)).toBe(null);
  });
});
