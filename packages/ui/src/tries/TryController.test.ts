import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { HuotiError, type SessionOutcome } from '@huoti/protocol';
import type { RunnableSession } from './RunnableSession.js';
import { TryController, type TryHost } from './TryController.js';

const OUTCOME: SessionOutcome = {
  sessionId: 'a'.repeat(22),
  status: 'completed',
  reason: null,
  gate: null,
  retryAfterS: null,
  decided: true,
};

/** A session that runs until it is told how to end, or aborted. */
function waiting() {
  let settle: (end: SessionOutcome | Error) => void = () => undefined;
  const session: RunnableSession & { runs: number } = {
    runs: 0,
    run({ signal }) {
      this.runs += 1;
      return new Promise((resolve, reject) => {
        const onAbort = (): void => reject(new HuotiError('ABORTED', 'aborted'));
        if (signal.aborted) onAbort();
        signal.addEventListener('abort', onAbort);
        settle = (end) => {
          signal.removeEventListener('abort', onAbort);
          if (end instanceof Error) reject(end);
          else resolve(end);
        };
      });
    },
  };
  return { session, end: (end: SessionOutcome | Error) => settle(end) };
}

function harness(changes: Partial<TryHost> = {}) {
  const told: string[] = [];
  const alive = { timers: 0, lit: 0 };
  const { session, end } = waiting();
  const host: TryHost = {
    createAbort: () => createAbortSource(),
    nowMs: () => 0,
    every: () => {
      alive.timers += 1;
      return () => (alive.timers -= 1);
    },
    missingAlternative: () => null,
    build: () => {
      alive.lit += 1;
      return session;
    },
    tell: (moment) => told.push(moment.type),
    changed: () => undefined,
    over: () => (alive.lit = 0),
    ...changes,
  };
  return { tries: new TryController(host), told, alive, session, end };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

describe('TryController', () => {
  it('a try tells its start and its end, and leaves no timer behind', async () => {
    const { tries, told, alive, end } = harness();
    const done = tries.start();
    await turns();
    expect(alive.timers).toBe(1);
    end(OUTCOME);
    await done;
    expect(told).toEqual(['start', 'outcome']);
    expect(alive).toEqual({ timers: 0, lit: 0 });
    expect(tries.screen.outcome?.status).toBe('completed');
  });

  it('is one try at a time, however often it is started', async () => {
    const { tries, session, end } = harness();
    expect(tries.start()).toBe(tries.start());
    await turns();
    expect(session.runs).toBe(1);
    end(OUTCOME);
  });

  it('cancelled, it resolves when nothing runs any more', async () => {
    const { tries, told, alive } = harness();
    void tries.start();
    await turns();
    const gone = tries.cancel();
    expect(tries.cancelling).toBe(true);
    await gone;
    expect([told, alive.timers, tries.cancelling]).toEqual([['start', 'cancel'], 0, false]);
    await expect(tries.cancel()).resolves.toBeUndefined();
  });

  it('cancelled while its session is made, the session is closed without having started', async () => {
    const { session } = waiting();
    let subscribed = 0;
    session.subscribe = () => {
      subscribed += 1;
      return () => undefined;
    };
    let make: (made: RunnableSession) => void = () => undefined;
    const { tries, told } = harness({ build: () => new Promise((resolve) => (make = resolve)) });
    void tries.start();
    await turns();
    await tries.cancel();
    expect(told).toEqual(['start', 'cancel']);
    make(session);
    await turns();
    // Run once, with a signal that has been aborted: what it holds is given back.
    expect([session.runs, subscribed]).toEqual([1, 0]);
  });

  it('without another way it builds nothing', async () => {
    const { tries, told, alive } = harness({ missingAlternative: () => 'give another way' });
    await tries.start();
    expect([told, alive.lit]).toEqual([['start', 'error'], 0]);
    expect(tries.screen.outcome).toMatchObject({ status: 'error', code: 'INVALID_ARGUMENT' });
  });

  it('what is no HuotiError becomes HOST_ERROR', async () => {
    const told: unknown[] = [];
    const { tries } = harness({
      build: () => {
        throw new TypeError('broken');
      },
      tell: (moment) => told.push(moment.type === 'error' ? moment.error.code : moment.type),
    });
    await tries.start();
    expect(told).toEqual(['start', 'HOST_ERROR']);
  });

  it('ABORTED by a session that nobody cancelled is an error, and no cancel', async () => {
    const { tries, told, end } = harness();
    const done = tries.start();
    await turns();
    end(new HuotiError('ABORTED', 'the page went away', { retryable: true }));
    await done;
    expect(told).toEqual(['start', 'error']);
  });

  it('tries are counted from 1', async () => {
    const attempts: number[] = [];
    const { tries } = harness({
      build: ({ attempt }) => {
        attempts.push(attempt);
        throw new HuotiError('NETWORK_FAILED', 'none', { retryable: true });
      },
    });
    await tries.start();
    await tries.start();
    expect(attempts).toEqual([1, 2]);
  });
});
