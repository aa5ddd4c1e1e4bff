import { beforeEach, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { answered } from '../testing/driveSession.js';
import { weChatAnswer } from '../testing/platform/createRecordedWeChat.js';
import {
  createPlatformBench,
  drivePlatform,
  TEST_PLATFORM_BEGIN,
  type PlatformBench,
} from '../testing/platform/drivePlatform.js';
import { WECHAT_DOWN, WECHAT_FAULTS } from '../testing/platform/weChatFaults.js';
import { beginPlatform } from './beginPlatform.js';
import { CLAIM_MS, MAX_BEGINS } from './platformTimes.js';

let bench: PlatformBench;
beforeEach(async () => {
  bench = await createPlatformBench();
});

const request = TEST_PLATFORM_BEGIN;
const begin = (sessionId: string, signal?: AbortSignal) =>
  beginPlatform(bench.context, {
    sessionId,
    request,
    verifier: bench.verifier,
    ...(signal ? { signal } : {}),
  });
const rowOf = (id: string) => bench.context.store.transaction((tx) => tx.sessions.get(id));
const attempts = () => [...bench.context.store.tables.attempts.values()].map(({ state }) => state);
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }): string => answer.refusal?.code ?? 'ok';

describe('a begin', () => {
  it('gives the same id again, with one call, one try and one line', async () => {
    const { sessionId, verifyId } = await drivePlatform(bench, { until: 'begun' });
    for (let again = 0; again < 3; again += 1) {
      expect(answered(await begin(sessionId)).body.verifyId).toBe(verifyId);
    }
    expect([bench.wechat.countOf('begin'), attempts()]).toEqual([1, ['open']]);
  });

  it('from another host than the first is refused', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'begun' });
    const other = { host: { ...request.host, os: 'another' } };
    const answer = await beginPlatform(bench.context, {
      sessionId,
      request: other,
      verifier: bench.verifier,
    });
    expect(codeOf(answer)).toBe('CONFLICT');
  });

  it('without a consent asks nobody', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'issued' });
    expect(codeOf(await begin(sessionId))).toBe('CONSENT_REQUIRED');
    expect(bench.wechat.requests).toEqual([]);
  });

  it('of many at once is made once; the others are told to wait', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => begin(sessionId)));
    expect(answers.map(codeOf).sort()).toEqual([
      'UNAVAILABLE',
      ...Array<string>(6).fill('UNAVAILABLE'),
      'ok',
    ]);
    expect([bench.wechat.countOf('begin'), attempts()]).toEqual([1, ['open']]);
  });

  it.each(WECHAT_FAULTS)(
    'where the platform %s begins nothing, counts nothing, and may be tried again',
    async (_what, turn) => {
      const { sessionId } = await drivePlatform(bench, { until: 'consented' });
      bench.wechat.next('begin', turn);
      expect(await begin(sessionId)).toMatchObject({
        ok: false,
        refusal: { code: 'UNAVAILABLE', retryable: true, retryAfterS: 2 },
      });
      expect([(await rowOf(sessionId))?.state, attempts()]).toEqual(['issued', []]);
      expect(codeOf(await begin(sessionId))).toBe('ok');
      expect(attempts()).toEqual(['open']);
    },
  );

  it('that the platform refuses is refused with its code', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    bench.wechat.next('begin', weChatAnswer({ errcode: 40097, errmsg: '张三 310101199801011234' }));
    const answer = await begin(sessionId);
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'HOST_FORBIDS', retryable: false } });
    // Its message may repeat what it was about.
    expect(JSON.stringify(answer)).toContain('40097');
    expect(JSON.stringify(answer)).not.toMatch(/张三|310101/);
  });

  it('asks the platform so many times for one session, whatever a client does', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    bench.wechat.next('begin', ...Array.from({ length: 20 }, () => WECHAT_DOWN));
    for (let tries = 0; tries < 12; tries += 1) await begin(sessionId);
    expect(bench.wechat.countOf('begin')).toBe(MAX_BEGINS);
    expect(await begin(sessionId)).toMatchObject({ refusal: { code: 'UNAVAILABLE', retryable: false } });
  });

  it('that is aborted lets the next one in at once', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    bench.wechat.next('begin', 'hang');
    const stop = new AbortController();
    const hanging = begin(sessionId, stop.signal);
    while (bench.wechat.countOf('begin') === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(codeOf(await begin(sessionId))).toBe('UNAVAILABLE');
    stop.abort();
    await expect(hanging).rejects.toMatchObject({ code: 'ABORTED' });
    expect(codeOf(await begin(sessionId))).toBe('ok');
  });

  it('whose process died is taken over, and an answer that comes later all the same is thrown away', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    let answer: (word: Awaited<ReturnType<typeof bench.verifier.begin>>) => void = () => undefined;
    // A process that stands still: its call is on the way, and comes back long after another has begun.
    const standing = {
      ...bench.verifier,
      begin: () =>
        new Promise<Awaited<ReturnType<typeof bench.verifier.begin>>>((resolve) => (answer = resolve)),
    };
    const late = beginPlatform(bench.context, { sessionId, request, verifier: standing });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(codeOf(await begin(sessionId))).toBe('UNAVAILABLE');
    bench.context.time.advanceBy(CLAIM_MS);
    const { body } = answered(await begin(sessionId));
    answer({ kind: 'begun', verifyId: 'late', expiresAtMs: bench.context.time.nowMs() + 60_000 });
    expect(codeOf(await late)).toBe('UNAVAILABLE');
    expect(answered(await begin(sessionId)).body.verifyId).toBe(body.verifyId);
    expect(attempts()).toEqual(['open']);
  });

  it('past the limit of tries asks nobody, and parallel sessions add none', async () => {
    bench = await createPlatformBench({ settings: { attempts: { perHour: 2, perDay: 9 } } });
    const sessions = [];
    for (let count = 0; count < 4; count += 1) {
      sessions.push(await drivePlatform(bench, { until: 'consented', request: { subject: 'anna' } }));
    }
    const answers = await Promise.all(sessions.map(({ sessionId }) => begin(sessionId)));
    expect(answers.map(codeOf).sort()).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS', 'ok', 'ok']);
    const before = bench.wechat.countOf('begin');
    const refusedOne = sessions.find((_, at) => codeOf(answers[at] ?? { ok: true }) !== 'ok');
    expect(codeOf(await begin(refusedOne?.sessionId ?? ''))).toBe('TOO_MANY_ATTEMPTS');
    expect(bench.wechat.countOf('begin')).toBe(before);
  });

  it('after a store that was away is let go by time', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'consented' });
    bench.wechat.next('begin', weChatAnswer({ errcode: 0, verify_id: 'lost', expires_in: 3600 }));
    // The database goes away between the platform's answer and the line that keeps it.
    const breaking = {
      ...bench.verifier,
      begin: async (question: Parameters<typeof bench.verifier.begin>[0]) => {
        const word = await bench.verifier.begin(question);
        bench.context.store.failWith(new HuotiError('BUSY', 'away', { retryable: true }));
        return word;
      },
    };
    await expect(
      beginPlatform(bench.context, { sessionId, request, verifier: breaking }),
    ).rejects.toMatchObject({ code: 'BUSY' });
    bench.context.store.failWith(null);
    expect(codeOf(await begin(sessionId))).toBe('UNAVAILABLE');
    bench.context.time.advanceBy(CLAIM_MS);
    expect(codeOf(await begin(sessionId))).toBe('ok');
  });
});
