import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expire } from '../retention/expire.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { completeSession } from '../sessions/completeSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { reportOutcome } from '../sessions/reportOutcome.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import { createManualTime } from '../testing/createManualTime.js';
import { createRecordedWeChat, weChatAnswer } from '../testing/platform/createRecordedWeChat.js';
import {
  createPlatformBench,
  drivePlatform,
  TEST_IDENTITY,
  TEST_PLATFORM_BEGIN,
  type PlatformBench,
} from '../testing/platform/drivePlatform.js';
import { WECHAT_FAULTS } from '../testing/platform/weChatFaults.js';
import type { PlatformHttpAnswer } from '../ports/PlatformHttp.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { beginPlatform } from './beginPlatform.js';
import { completePlatform } from './completePlatform.js';
import { judgePlatform } from './judgePlatform.js';
import { MAX_BEGINS } from './platformTimes.js';
import { createWeChatVerifier } from './wechat/createWeChatVerifier.js';

const TURN = fc.constantFrom(null, null, ...WECHAT_FAULTS.map(([, turn]) => turn));
/** What a hostile client, a worker, the platform and the clock may do next, in any order. */
const CALL = fc.oneof(
  fc.record({ call: fc.constant('consent' as const) }),
  { weight: 4, arbitrary: fc.record({ call: fc.constant('begin' as const), turn: TURN }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('complete' as const) }) },
  { weight: 5, arbitrary: fc.record({ call: fc.constant('work' as const), turn: TURN }) },
  {
    weight: 4,
    arbitrary: fc.record({
      call: fc.constant('person' as const),
      end: fc.constantFrom('passed', 'notThePerson', 'unfinished'),
    }),
  },
  // What belongs to sessions of the other kind.
  fc.record({
    call: fc.constantFrom('plan' as const, 'outcome' as const, 'evidence' as const, 'judge' as const),
  }),
  { weight: 4, arbitrary: fc.record({ call: fc.constant('expire' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      call: fc.constant('wait' as const),
      ms: fc.constantFrom(500, 60_000, 1_000_000),
    }),
  },
);
type Call = typeof CALL extends fc.Arbitrary<infer T> ? T : never;

async function perform(
  { context, wechat, verifier }: PlatformBench,
  sessionId: string,
  call: Call,
): Promise<void> {
  switch (call.call) {
    case 'consent':
      return void (await recordConsent(context, { sessionId, request: TEST_CONSENT }));
    case 'begin':
      if (call.turn !== null) wechat.next('begin', call.turn);
      return void (await beginPlatform(context, { sessionId, request: TEST_PLATFORM_BEGIN, verifier }));
    case 'complete':
      return void (await completePlatform(context, { sessionId }));
    case 'work':
      if (call.turn !== null) wechat.next('query', call.turn);
      return void (await judgePlatform(context, { sessionId, verifier }));
    case 'person':
      return wechat.endsWith(call.end);
    case 'plan':
      return void (await beginPlan(context, {
        sessionId,
        request: { ...TEST_BEGIN, ...TEST_PLATFORM_BEGIN },
      }));
    case 'outcome':
      return void (await reportOutcome(context, {
        sessionId,
        request: { status: 'completed', durationMs: 1 },
      }));
    case 'evidence':
      return void (await completeSession(context, { sessionId, request: { evidenceHash: 'a'.repeat(64) } }));
    case 'judge':
      return void (await judgeSession(context, { sessionId, judge: createScriptedJudge() }));
    case 'expire':
      return void (await expire(context));
    case 'wait':
      return context.time.advanceBy(call.ms);
  }
}

describe('any order of calls', () => {
  it('gives a verdict by the platform alone, one at most, and leaves no identity behind', async () => {
    const seen = { passed: 0, refused: 0, expired: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('issued' as const, 'begun' as const, 'completed' as const),
        fc.constantFrom('passed' as const, 'notThePerson' as const, 'unfinished' as const),
        fc.array(CALL, { minLength: 8, maxLength: 25 }),
        async (until, end, calls) => {
          const bench = await createPlatformBench();
          bench.wechat.endsWith(end);
          const { sessionId } = await drivePlatform(bench, { until });
          const { tables: before } = bench.context.store;
          expect(before.platformChecks.size).toBe(1);
          for (const call of calls) {
            const decided = bench.context.store.tables.verdicts.get(sessionId);
            await perform(bench, sessionId, call);
            const { sessions, verdicts, platformChecks, attempts, audit } = bench.context.store.tables;
            const verdict = verdicts.get(sessionId);
            // The first one stands, and only a job that asked the platform writes one.
            if (decided) expect(verdict).toEqual(decided);
            else if (verdict) expect(call.call).toBe('work');
            if (verdict?.verified === true) expect(verdict.checks[0]?.got).toBe('passed (10000)');
            expect(verdict?.assurance ?? 'platform').toBe('platform');
            const state = sessions.get(sessionId)?.state;
            const isOver = state === 'decided' || state === 'expired';
            expect([isOver, platformChecks.has(sessionId)]).toEqual([isOver, !isOver]);
            expect(bench.wechat.countOf('begin')).toBeLessThanOrEqual(MAX_BEGINS);
            expect(attempts.size).toBeLessThanOrEqual(1);
            const counts = [...audit.values()].map(({ action }) => action);
            for (const once of ['platform-begin', 'platform-complete', 'session-decide', 'identity-delete']) {
              expect(counts.filter((action) => action === once).length).toBeLessThanOrEqual(1);
            }
          }
          const { verdicts, sessions } = bench.context.store.tables;
          const verdict = verdicts.get(sessionId);
          if (verdict) seen[verdict.verified ? 'passed' : 'refused'] += 1;
          else if (sessions.get(sessionId)?.state === 'expired') seen.expired += 1;
        },
      ),
      { numRuns: 250, seed: 61 },
    );
    // Orders that lead nowhere would show nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  }, 120_000);
});

describe('any answer', () => {
  it('is a pass only where it is the documented one', async () => {
    const ask = { serial: 's'.repeat(22), identity: TEST_IDENTITY, verifyId: 'verify_id_xxxx-1' };
    const time = createManualTime();
    /** What is made of an answer; where it says that the token is stale, of the same again. */
    const wordOf = (answer: PlatformHttpAnswer) => {
      const wechat = createRecordedWeChat();
      wechat.next('query', answer, answer);
      const verifier = createWeChatVerifier({ appId: 'wx', appSecret: 's', http: wechat.http, time });
      return verifier.query(ask);
    };
    const numbers = fc.oneof(fc.integer(), fc.constantFrom(0, 10000, -1, 10300, 40001));
    const answers = fc.oneof(
      fc.record({
        errcode: fc.oneof(numbers, fc.jsonValue()),
        verify_ret: fc.oneof(numbers, fc.jsonValue()),
      }),
      fc.dictionary(fc.constantFrom('errcode', 'verify_ret', '__proto__', 'constructor'), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(answers, async (fields) => {
        const word = await wordOf(weChatAnswer(fields));
        const { errcode, verify_ret: verifyRet } = JSON.parse(JSON.stringify(fields)) as Record<
          string,
          unknown
        >;
        expect(word.kind === 'passed').toBe(errcode === 0 && verifyRet === 10000);
      }),
      { numRuns: 1000, seed: 62 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect((await wordOf({ kind: 'answered', status: 200, text })).kind).not.toBe('passed');
      }),
      { numRuns: 500, seed: 63 },
    );
  });
});
