import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { HuotiError, type ConsentRequest, type SessionOutcome, type SessionPolicy } from '@huoti/protocol';
import type { ConsentAsk, ConsentEnd } from '../consent/ConsentEnd.js';
import { TryController } from './TryController.js';

const POLICY: SessionPolicy = { name: 'default', light: 'off', tripwires: 'report', evidenceLevel: 'frames' };
const REQUEST: ConsentRequest = {
  level: 'frames',
  policyVersion: '1',
  textHash: 'a'.repeat(64),
  inventoryHash: 'b'.repeat(64),
  language: 'en',
  choices: { liveness: true, frames: true },
  ageBand: 'adult',
};
const agreed = (asked = true): ConsentEnd => ({ kind: 'agreed', request: REQUEST, asked });
const ended = (status: SessionOutcome['status']): SessionOutcome => ({
  sessionId: 'a'.repeat(22),
  status,
  reason: null,
  gate: null,
  retryAfterS: null,
  decided: true,
});
const outdated = (): HuotiError => new HuotiError('CONSENT_REQUIRED', 'another text', { retryable: true });

/** Tries whose answers and ends are laid out beforehand. */
function harness(answers: (ConsentEnd | Error)[], ends: (SessionOutcome | Error)[]) {
  const asked: ConsentAsk['why'][] = [];
  const given: (ConsentRequest | null)[] = [];
  const told: string[] = [];
  const results: unknown[] = [];
  let timers = 0;
  const timersAtAsk: number[] = [];
  const tries = new TryController({
    createAbort: () => createAbortSource(),
    nowMs: () => 0,
    every: () => {
      timers += 1;
      return () => (timers -= 1);
    },
    missingAlternative: () => null,
    consent: () => ({
      policy: POLICY,
      ask({ why }) {
        asked.push(why);
        timersAtAsk.push(timers);
        const answer = answers.shift();
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as ConsentEnd);
      },
    }),
    build: ({ consent }) => {
      given.push(consent);
      return {
        run() {
          const end = ends.shift();
          return end instanceof Error ? Promise.reject(end) : Promise.resolve(end as SessionOutcome);
        },
      };
    },
    tell(moment) {
      told.push(moment.type);
      if (moment.type === 'result') results.push(moment.result);
    },
    changed: () => undefined,
    over: () => undefined,
  });
  return { tries, asked, given, told, results, timersAtAsk, timers: () => timers };
}

describe('a try that asks first', () => {
  it('gives the session what was agreed to, and tells it once, before anything else of the session', async () => {
    const { tries, asked, given, told, timersAtAsk, timers } = harness([agreed()], [ended('completed')]);
    await tries.start();
    expect({ asked, given, told }).toEqual({
      asked: ['first'],
      given: [REQUEST],
      told: ['start', 'consent', 'outcome'],
    });
    // Nothing ticks while a person reads.
    expect([...timersAtAsk, timers()]).toEqual([0, 0]);
  });

  it('that is declined makes no session and ends with DECLINED, of the policy that was declined', async () => {
    const { tries, given, told, results } = harness([{ kind: 'declined', cause: 'choice' }], []);
    await tries.start();
    expect(given).toEqual([]);
    expect(told).toEqual(['start', 'result']);
    expect(results).toMatchObject([
      { status: 'failed', reason: 'DECLINED', policy: POLICY, nonce: '', frameCount: 0 },
    ]);
    expect(tries.screen.outcome).toMatchObject({
      reason: 'DECLINED',
      guidance: { retry: false, alternative: true },
    });
  });

  it('goes on from what was agreed to after a failed try only', async () => {
    const { tries, asked, told } = harness(
      [agreed(), agreed(false), agreed(), agreed()],
      [ended('failed'), ended('completed'), ended('failed'), ended('failed')],
    );
    await tries.start();
    await tries.start('again');
    await tries.start('again');
    await tries.start();
    expect(asked).toEqual(['first', 'again', 'first', 'first']);
    expect(told.filter((type) => type === 'consent')).toHaveLength(3);
  });

  it('begins anew after a decline, a cancel and a consent that the server did not take', async () => {
    const declined = harness([{ kind: 'declined', cause: 'choice' }, agreed()], [ended('failed')]);
    await declined.tries.start();
    await declined.tries.start('again');
    expect(declined.asked).toEqual(['first', 'first']);
    const refused = harness([agreed(), { kind: 'unchanged' }, agreed()], [outdated(), ended('failed')]);
    await refused.tries.start();
    await refused.tries.start('again');
    expect(refused.asked).toEqual(['first', 'outdated', 'first']);
  });

  it('asks once more where the server finds the consent outdated, and no further', async () => {
    const once = harness([agreed(), agreed()], [outdated(), ended('completed')]);
    await once.tries.start();
    expect(once.asked).toEqual(['first', 'outdated']);
    expect(once.told).toEqual(['start', 'consent', 'consent', 'outcome']);
    const twice = harness([agreed(), agreed()], [outdated(), outdated()]);
    await twice.tries.start();
    expect(twice.asked).toEqual(['first', 'outdated']);
    expect(twice.told).toEqual(['start', 'consent', 'consent', 'error']);
    expect(twice.timers()).toBe(0);
  });

  it('that is declined at the second asking ends with DECLINED, too', async () => {
    const { tries, results } = harness([agreed(), { kind: 'declined', cause: 'teen' }], [outdated()]);
    await tries.start();
    expect(results).toMatchObject([{ reason: 'DECLINED', detail: expect.stringContaining('14 to 17') }]);
  });

  it('on a ground in law gives the session no consent and tells none', async () => {
    const { tries, given, told } = harness(
      [{ kind: 'agreed', request: null, asked: true }],
      [ended('completed')],
    );
    await tries.start();
    expect(given).toEqual([null]);
    expect(told).toEqual(['start', 'outcome']);
  });

  it('whose pages can’t be shown is an error, and no session is made', async () => {
    const { tries, given, told } = harness(
      [new HuotiError('NETWORK_FAILED', 'no pages', { retryable: true })],
      [],
    );
    await tries.start();
    expect({ given, told }).toEqual({ given: [], told: ['start', 'error'] });
  });
});
