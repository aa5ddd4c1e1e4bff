import { beforeEach, describe, expect, it } from '@jest/globals';
import { expire } from '../retention/expire.js';
import { viewSession } from '../sessions/viewSession.js';
import { answered } from '../testing/driveSession.js';
import { weChatAnswer } from '../testing/platform/createRecordedWeChat.js';
import { createPlatformBench, drivePlatform, type PlatformBench } from '../testing/platform/drivePlatform.js';
import { WECHAT_DOWN, WECHAT_FAULTS } from '../testing/platform/weChatFaults.js';
import { completePlatform } from './completePlatform.js';
import { judgePlatform } from './judgePlatform.js';

let bench: PlatformBench;
beforeEach(async () => {
  bench = await createPlatformBench();
});

const complete = (sessionId: string) => completePlatform(bench.context, { sessionId });
const judge = (sessionId: string) => judgePlatform(bench.context, { sessionId, verifier: bench.verifier });
const rowOf = (id: string) => bench.context.store.transaction((tx) => tx.sessions.get(id));
const verdictOf = (id: string) => bench.context.store.transaction((tx) => tx.verdicts.get(id));
const attempts = () => [...bench.context.store.tables.attempts.values()].map(({ state }) => state);
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }): string => answer.refusal?.code ?? 'ok';

describe('a completion', () => {
  it.each(['issued', 'consented'] as const)(
    'before the begin (%s) is refused and enqueues nothing',
    async (until) => {
      const { sessionId } = await drivePlatform(bench, { until });
      expect(codeOf(await complete(sessionId))).toBe('CONFLICT');
      expect(bench.context.store.jobs).toEqual([]);
    },
  );

  it('again gives the session as it stands, and one job', async () => {
    const { sessionId } = await drivePlatform(bench);
    for (let again = 0; again < 3; again += 1) {
      expect(answered(await complete(sessionId)).body).toMatchObject({ state: 'completed', outcome: null });
    }
    expect(bench.context.store.jobs).toEqual([
      expect.objectContaining({ name: 'platform', data: { sessionId } }),
    ]);
    await judge(sessionId);
    bench.wechat.endsWith('notThePerson');
    const queries = bench.wechat.countOf('query');
    for (let again = 0; again < 3; again += 1) {
      expect(answered(await complete(sessionId)).body).toMatchObject({
        state: 'decided',
        outcome: { status: 'completed' },
      });
    }
    expect(bench.wechat.countOf('query')).toBe(queries);
  });

  it('after the session ran out is refused', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'begun' });
    bench.context.time.advanceBy(15 * 60_000 - 1);
    expect((await rowOf(sessionId))?.expiresAtMs).toBe(bench.context.time.nowMs() + 1);
    bench.context.time.advanceBy(1);
    expect(codeOf(await complete(sessionId))).toBe('SESSION_EXPIRED');
    await expire(bench.context);
    expect(attempts()).toEqual(['failed']);
  });

  it('of an id that runs out before the session is due by then', async () => {
    bench.wechat.next('begin', weChatAnswer({ errcode: 0, verify_id: 'short', expires_in: 30 }));
    const { sessionId } = await drivePlatform(bench, { until: 'begun' });
    bench.context.time.advanceBy(30_000);
    expect(codeOf(await complete(sessionId))).toBe('SESSION_EXPIRED');
  });
});

describe('the question how it ended', () => {
  it.each(WECHAT_FAULTS)(
    'is asked again where the platform %s, and decided when it is back',
    async (_what, turn) => {
      const { sessionId } = await drivePlatform(bench);
      bench.context.store.takeJobs();
      bench.wechat.next('query', turn, turn);
      const delays: number[] = [];
      for (let tries = 0; tries < 2; tries += 1) {
        expect(await judge(sessionId)).toMatchObject({ ok: true, decided: false });
        const [job, ...others] = bench.context.store.takeJobs();
        expect([job?.name, job?.key, others]).toEqual(['platform', sessionId, []]);
        delays.push(job?.delayMs ?? 0);
        expect(await verdictOf(sessionId)).toBe(null);
      }
      expect(delays[0]).toBeGreaterThanOrEqual(500);
      expect(delays[1]).toBeGreaterThan(delays[0] ?? Infinity);
      expect(await judge(sessionId)).toMatchObject({ decided: true });
      expect(await verdictOf(sessionId)).toMatchObject({ verified: true });
    },
  );

  it.each([
    ['the platform never comes back', WECHAT_DOWN, 'SIGNALS_INSUFFICIENT'],
    ['the person never finishes', weChatAnswer({ errcode: 0, verify_ret: 10300 }), 'CHALLENGE_TIMEOUT'],
    ['the platform says what no page names', weChatAnswer({ errcode: 123456 }), 'SIGNALS_INSUFFICIENT'],
  ])('is given up at the deadline where %s', async (_what, turn, reason) => {
    const { sessionId } = await drivePlatform(bench);
    bench.context.store.takeJobs();
    bench.wechat.next('query', ...Array.from({ length: 1000 }, () => turn));
    let elapsedMs = 0;
    for (let tries = 0; (await verdictOf(sessionId)) === null; tries += 1) {
      expect(tries).toBeLessThan(100);
      await judge(sessionId);
      const [job] = bench.context.store.takeJobs();
      bench.context.time.advanceBy(job?.delayMs ?? 0);
      elapsedMs += job?.delayMs ?? 0;
    }
    expect(elapsedMs).toBe(bench.context.settings.limits.platformGiveUpMs);
    expect(await verdictOf(sessionId)).toMatchObject({ verified: false, assurance: 'platform', reason });
    expect(attempts()).toEqual(['failed']);
    expect(bench.context.store.tables.platformChecks.size).toBe(0);
  });

  it('is asked once more after the deadline, if nobody asked before: a worker was away', async () => {
    const { sessionId } = await drivePlatform(bench);
    bench.context.time.advanceBy(60 * 60_000);
    await judge(sessionId);
    expect(await verdictOf(sessionId)).toMatchObject({ verified: true });
  });

  it('with a token that has run out is asked with a fresh one', async () => {
    const { sessionId } = await drivePlatform(bench);
    bench.wechat.next('query', weChatAnswer({ errcode: 42001, errmsg: 'access_token expired' }));
    expect(await judge(sessionId)).toMatchObject({ decided: true, word: { kind: 'passed' } });
    expect([bench.wechat.countOf('token'), bench.wechat.countOf('query')]).toEqual([2, 2]);
  });

  it('at two places at once gives one verdict', async () => {
    const { sessionId } = await drivePlatform(bench);
    const answers = await Promise.all([judge(sessionId), judge(sessionId), judge(sessionId)]);
    expect(answers.filter((answer) => answer.ok && answer.decided)).toHaveLength(1);
    expect(attempts()).toEqual(['passed']);
  });

  it('before the completion is not asked', async () => {
    const { sessionId } = await drivePlatform(bench, { until: 'begun' });
    expect(codeOf(await judge(sessionId))).toBe('CONFLICT');
    expect(bench.wechat.countOf('query')).toBe(0);
  });

  it('that is aborted leaves the session as it was', async () => {
    const { sessionId } = await drivePlatform(bench);
    const { context, verifier } = bench;
    const asked = judgePlatform(context, { sessionId, verifier, signal: AbortSignal.abort() });
    await expect(asked).rejects.toMatchObject({ code: 'ABORTED' });
    expect((await rowOf(sessionId))?.state).toBe('completed');
  });

  it('whose job was lost is enqueued again, as its own kind', async () => {
    const { sessionId } = await drivePlatform(bench);
    bench.context.store.takeJobs();
    bench.context.time.advanceBy(bench.context.settings.limits.judgeAgainAfterMs + 1);
    await expire(bench.context);
    expect(bench.context.store.jobs).toEqual([
      expect.objectContaining({ name: 'platform', data: { sessionId } }),
    ]);
  });

  it('about an identity whose key is gone is refused at the deadline, and not for ever', async () => {
    const { sessionId } = await drivePlatform(bench);
    const row = await rowOf(sessionId);
    bench.context.store.tables.dataKeys.delete(row?.dataKeyId ?? '');
    await expect(judge(sessionId)).rejects.toMatchObject({ code: 'HOST_ERROR' });
    bench.context.time.advanceBy(bench.context.settings.limits.platformGiveUpMs);
    await judge(sessionId);
    expect(await verdictOf(sessionId)).toMatchObject({ verified: false, reason: 'SIGNALS_INSUFFICIENT' });
    const { body } = answered(await viewSession(bench.context, { sessionId }));
    expect(body.state).toBe('decided');
  });
});
