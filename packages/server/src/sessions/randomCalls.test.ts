import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptPart } from '../evidence/acceptPart.js';
import { expire } from '../retention/expire.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { contentDigest, driveSession, sha256Hex, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { beginPlan } from './beginPlan.js';
import { completeSession } from './completeSession.js';
import { recordConsent } from './recordConsent.js';
import { reportOutcome } from './reportOutcome.js';
import { revealStep } from './revealStep.js';

/** What a hostile client, a worker and the clock may do next, in any order. */
const CALL = fc.oneof(
  fc.record({ call: fc.constant('consent' as const), level: fc.constantFrom('none', 'trace', 'frames') }),
  fc.record({ call: fc.constant('begin' as const), mirroringKnown: fc.boolean() }),
  // Weighted, so that many sequences get through to the end.
  {
    weight: 12,
    arbitrary: fc.record({ call: fc.constant('reveal' as const), skip: fc.constantFrom(0, 0, 0, 0, 1, -1) }),
  },
  fc.record({ call: fc.constant('reveal-other' as const) }),
  { weight: 3, arbitrary: fc.record({ call: fc.constant('parts' as const) }) },
  { weight: 6, arbitrary: fc.record({ call: fc.constant('complete' as const), other: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('judge' as const), verified: fc.boolean() }) },
  fc.record({ call: fc.constant('outcome' as const) }),
  fc.record({ call: fc.constant('expire' as const) }),
  fc.record({
    call: fc.constant('wait' as const),
    ms: fc.constantFrom(500, 500, 2000, 2000, 5000, 5000, 40_000, 400_000),
  }),
);
/** How far the session is when the disorder begins. */
const START = fc.constantFrom('issued', 'begun', 'revealed', 'uploaded');
type Call = typeof CALL extends fc.Arbitrary<infer T> ? T : never;

async function perform(context: TestContext, sessionId: string, call: Call): Promise<void> {
  const row = context.store.tables.sessions.get(sessionId);
  if (!row) return;
  switch (call.call) {
    case 'consent':
      return void (await recordConsent(context, {
        sessionId,
        request: { ...TEST_CONSENT, level: call.level },
      }));
    case 'begin':
      return void (await beginPlan(context, {
        sessionId,
        request: { ...TEST_BEGIN, mirroringKnown: call.mirroringKnown },
      }));
    case 'reveal': {
      const index = Math.max(0, row.reveals.length + call.skip);
      const request = { index, head: sha256Hex(`${index}`), frames: 40, pictures: 9 };
      const answer = await revealStep(context, { sessionId, request });
      // Nothing is told before everything that comes first is committed.
      if (answer.ok && answer.body.kind === 'step')
        expect(row.reveals.length).toBeGreaterThanOrEqual(answer.body.index);
      return;
    }
    case 'reveal-other':
      return void (await revealStep(context, {
        sessionId,
        request: { index: 0, head: sha256Hex('other'), frames: 1, pictures: 1 },
      }));
    case 'parts': {
      const pictures = (row.requestedPictures ?? []).map(({ chunk, index }) => `picture-${chunk}-${index}`);
      const bytes = new TextEncoder().encode(MANIFEST(sessionId));
      for (const name of [...row.reveals.map(({ index }) => `chunk-${index}`), ...pictures, 'manifest']) {
        await acceptPart(context, { sessionId, name, bytes, contentDigest: contentDigest(bytes) });
      }
      return;
    }
    case 'complete': {
      const sent = context.store.tables.parts.get(JSON.stringify([sessionId, 'manifest']))?.sha256;
      const evidenceHash = call.other || sent === undefined ? sha256Hex('other') : sent;
      return void (await completeSession(context, { sessionId, request: { evidenceHash } }));
    }
    case 'judge':
      return void (await judgeSession(context, {
        sessionId,
        judge: createScriptedJudge({ verified: call.verified }),
      }));
    case 'outcome':
      return void (await reportOutcome(context, {
        sessionId,
        request: { status: 'completed', durationMs: 1 },
      }));
    case 'expire':
      return void (await expire(context));
    case 'wait':
      return context.time.advanceBy(call.ms);
  }
}

/** A manifest without chunks: whether it is enough is the judge's to say. */
const MANIFEST = (sessionId: string): string =>
  JSON.stringify({
    protocolVersion: 1,
    sessionId,
    plan: 'a.b.c',
    chain: ['0'.repeat(64)],
    chunks: [],
    pictures: [],
    capture: { source: 'camera', mirroringKnown: true, warnings: [] },
    host: TEST_BEGIN.host,
    engine: { version: '0.0.0', backend: 'cpu', models: {} },
    outcome: { status: 'completed' },
  });

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  issued: ['issued', 'begun', 'expired'],
  begun: ['begun', 'completed', 'decided', 'expired'],
  completed: ['completed', 'decided'],
  decided: ['decided'],
  expired: ['expired'],
};

describe('a session under any order of calls', () => {
  it.each(['default', 'trace', 'device-only'])(
    'keeps its rules at policy %s',
    async (policy) => {
      let completed = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(CALL, { maxLength: 30, size: 'max' }), START, async (calls, until) => {
          const context = await createTestContext();
          const { sessionId } = await driveSession(context, { until, request: { policy, subject: 'anna' } });
          let verdict = context.store.tables.verdicts.get(sessionId);
          for (const call of calls) {
            const before = context.store.tables.sessions.get(sessionId);
            await perform(context, sessionId, call);
            const after = context.store.tables.sessions.get(sessionId);
            const { tables } = context.store;
            expect(ALLOWED[before?.state ?? '']).toContain(after?.state);
            // What was written once stays: plan, stamps, hash, verdict.
            if (before?.planJws) expect(after?.planJws).toBe(before.planJws);
            expect(after?.reveals.slice(0, before?.reveals.length)).toEqual(before?.reveals);
            if (before?.evidenceHash) expect(after?.evidenceHash).toBe(before.evidenceHash);
            if (verdict) expect(tables.verdicts.get(sessionId)).toEqual(verdict);
            verdict = tables.verdicts.get(sessionId);
            // A verdict and the state that says so come together; and only after a completion, or by the client's own word.
            expect(verdict !== undefined).toBe(after?.state === 'decided');
            if (verdict && policy !== 'device-only') expect(after?.completedAtMs).not.toBeNull();
            if (verdict && policy === 'device-only') expect(verdict.verified).toBe(false);
            // A try is open exactly as long as it is undecided.
            const tries = [...tables.attempts.values()].map(({ state }) => state);
            if (after?.state === 'begun' || after?.state === 'completed') expect(tries).toEqual(['open']);
            if (after?.state === 'decided' || after?.state === 'expired') expect(tries).not.toContain('open');
          }
          if (context.store.tables.sessions.get(sessionId)?.completedAtMs) completed += 1;
        }),
        { numRuns: 120, seed: 20_260_115 },
      );
      // Were no sequence to get that far, the rules above would hold of nothing.
      if (policy !== 'device-only') expect(completed).toBeGreaterThan(10);
    },
    60_000,
  );
});
