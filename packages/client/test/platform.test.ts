import { describe, expect, it } from '@jest/globals';
import { createManualClock, createSeededRandom } from '@huoti/core/testing';
import type { HostFacts } from '@huoti/protocol';
import { createPlatformVerification, refusedOutcome, type PlatformHost } from '../src/index.js';
import { FakeServer, type FakeServerOptions } from './support/fakeServer.js';
import { CONSENT, runWith } from './support/runWith.js';

const facts: HostFacts = {
  kind: 'wechat',
  browser: null,
  browserVersion: null,
  os: 'Android 14',
  engine: null,
  language: 'zh-CN',
  network: null,
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function bench(
  options: Partial<FakeServerOptions> = {},
  consent: typeof CONSENT | null = { ...CONSENT, level: 'none' },
) {
  const clock = createManualClock();
  const server = new FakeServer({ level: 'none', platform: 'wechat', ...options });
  const host: PlatformHost = { clock, random: createSeededRandom(7), subtle: null, facts };
  const { baseUrl, publicUrl, sessionId, clientToken } = server;
  const address = { baseUrl, publicUrl, sessionId, clientToken, transport: server };
  const make = () => createPlatformVerification({ host, server: address, consent });
  /** Waits on a clock that a loop moves, for ten minutes of it at most. */
  async function settle<T>(work: Promise<T>): Promise<{ value: T | null; error: unknown }> {
    let end: { value: T | null; error: unknown } | null = null;
    work.then(
      (value) => (end = { value, error: null }),
      (error: unknown) => (end = { value: null, error }),
    );
    for (let step = 0; end === null && step < 12_000; step += 1) {
      clock.advanceBy(50);
      for (let i = 0; i < 6; i += 1) await turn();
    }
    return end ?? { value: null, error: new TypeError('it did not end') };
  }
  return { clock, server, address, host, make, settle };
}

describe('a verification by a platform', () => {
  it('records the consent, gets the id, and after the platform waits for what the server learns', async () => {
    const { server, make, settle, clock } = bench();
    const verification = make();
    expect(server.seen).toEqual([]);
    expect((await settle(verification.begin())).value).toEqual({ verifyId: 'verify-1' });
    expect(server.seen.map(({ step }) => step)).toEqual(['session', 'consent', 'platform']);
    expect(server.platformBegins).toEqual([{ host: facts }]);
    expect((await settle(verification.complete())).value).toEqual({
      sessionId: server.sessionId,
      status: 'completed',
      reason: null,
      gate: null,
      retryAfterS: null,
      decided: true,
    });
    expect([clock.sleeperCount, server.pending]).toEqual([0, 0]);
  });

  it('says that it does not know where the platform gave the server no answer in time', async () => {
    const { make, settle } = bench({ decideAfter: 1_000 });
    const verification = make();
    await settle(verification.begin());
    expect((await settle(verification.complete())).value).toMatchObject({
      status: 'completed',
      decided: false,
    });
  });

  it('tells the person of a refusal what the server tells, and no more', async () => {
    const decision = { status: 'failed', reason: null, gate: null, retryAfterS: 60 } as const;
    const { make, settle } = bench({ decision });
    const verification = make();
    await settle(verification.begin());
    expect((await settle(verification.complete())).value).toMatchObject({
      status: 'failed',
      reason: null,
      retryAfterS: 60,
      decided: true,
    });
  });

  it('survives lost requests and lost answers at every step, with one consent and one begin', async () => {
    for (const step of ['session', 'consent', 'platform', 'platform/complete']) {
      for (const what of ['drop', 'lose'] as const) {
        const { server, make, settle } = bench({
          fault: (seen) => (seen.step === step && seen.count <= 2 ? what : null),
        });
        const verification = make();
        expect((await settle(verification.begin())).value).toEqual({ verifyId: 'verify-1' });
        expect((await settle(verification.complete())).value?.status).toBe('completed');
        expect(server.state).toBe('decided');
      }
    }
  });

  it('may be begun again where the network was away for too long, with the same key', async () => {
    let isAway = true;
    const { server, make, settle } = bench({
      fault: ({ step }) => (step === 'platform' && isAway ? 'lose' : null),
    });
    const verification = make();
    expect((await settle(verification.begin())).error).toMatchObject({
      code: 'NETWORK_FAILED',
      retryable: true,
    });
    // It had arrived all the same: the session is begun, by us.
    expect(server.state).toBe('begun');
    isAway = false;
    expect((await settle(verification.begin())).value).toEqual({ verifyId: 'verify-1' });
    expect((await settle(verification.complete())).value?.status).toBe('completed');
  });

  it('may be completed again, and gives the same', async () => {
    const { make, settle } = bench();
    const verification = make();
    await settle(verification.begin());
    const first = await settle(verification.complete());
    expect((await settle(verification.complete())).value).toEqual(first.value);
  });
});

describe('a verification that may not be', () => {
  it.each([
    ['no consent', {}, null, 'CONSENT_REQUIRED'],
    ['another host', { refusedHosts: ['wechat'] }, CONSENT, 'HOST_FORBIDS'],
    ['no platform in its policy', { platform: undefined }, CONSENT, 'INVALID_ARGUMENT'],
  ] as const)('(%s) ends before anything is recorded', async (_what, options, consent, code) => {
    const { server, make, settle } = bench(options as Partial<FakeServerOptions>, consent);
    expect((await settle(make().begin())).error).toMatchObject({ code });
    expect(server.seen.map(({ step }) => step)).toEqual(['session']);
  });

  it('is not run by createLiveness, whose camera stays off', async () => {
    const server = new FakeServer({ level: 'none', platform: 'wechat' });
    const run = await runWith(server, { host: { facts } });
    expect(run.error).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect([run.cameraOpenings, server.consents.length]).toEqual([0, 0]);
  });

  it('carries the outcome of a session that the server refuses', async () => {
    const problem = (code: string, retryAfterS?: number) => ({
      status: 429,
      body: JSON.stringify({
        type: 'urn:huoti:problem:x',
        title: 'x',
        status: 429,
        detail: 'wait',
        code,
        retryable: true,
        ...(retryAfterS === undefined ? {} : { retryAfterS }),
      }),
    });
    const { make, settle, server } = bench({
      fault: ({ step }) => (step === 'platform' ? problem('TOO_MANY_ATTEMPTS', 1200) : null),
    });
    const { error } = await settle(make().begin());
    expect(refusedOutcome(error)).toEqual({
      sessionId: server.sessionId,
      status: 'failed',
      reason: 'TOO_MANY_ATTEMPTS',
      gate: null,
      retryAfterS: 1200,
      decided: true,
    });
    expect(refusedOutcome(new TypeError('x'))).toBe(null);
  });

  it.each(['begun', 'completed', 'decided', 'expired'] as const)(
    'since its session is %s already, by another, is refused',
    async (state) => {
      const { make, settle, server } = bench();
      server.state = state;
      const reason = state === 'expired' ? 'SESSION_EXPIRED' : 'SESSION_USED';
      expect(refusedOutcome((await settle(make().begin())).error)?.reason).toBe(reason);
      expect(server.platformBegins).toEqual([]);
    },
  );

  it('is not completed before it was begun, and does one thing at a time', async () => {
    const { make, settle, server } = bench();
    const verification = make();
    expect((await settle(verification.complete())).error).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(server.seen).toEqual([]);
    const first = verification.begin();
    expect((await settle(verification.begin())).error).toMatchObject({ code: 'BUSY' });
    expect((await settle(first)).value).toEqual({ verifyId: 'verify-1' });
  });

  it('names what is wrong with an address before anything is asked', () => {
    const { host, address } = bench();
    expect(() => createPlatformVerification({ host, server: { ...address, clientToken: 'short' } })).toThrow(
      /clientToken/,
    );
  });
});

describe('an abort of a verification', () => {
  it.each(['session', 'consent', 'platform', 'platform/complete'])(
    'at %s ends with ABORTED and leaves nothing running',
    async (where) => {
      const abort = new AbortController();
      const { make, settle, server, clock } = bench({
        fault: ({ step }) => {
          if (step !== where) return null;
          setImmediate(() => abort.abort());
          return 'hang';
        },
      });
      const verification = make();
      const begun = await settle(verification.begin({ signal: abort.signal }));
      const end =
        where === 'platform/complete' ? await settle(verification.complete({ signal: abort.signal })) : begun;
      expect(end.error).toMatchObject({ code: 'ABORTED' });
      for (let i = 0; i < 20; i += 1) await turn();
      expect([clock.sleeperCount, server.pending]).toEqual([0, 0]);
    },
  );

  it('while a decision is waited for does not wait on', async () => {
    const abort = new AbortController();
    const { make, settle, clock, server } = bench({
      decideAfter: 1_000,
      fault: ({ step, count }) => {
        if (step === 'session' && count === 4) abort.abort();
        return null;
      },
    });
    const verification = make();
    await settle(verification.begin());
    expect((await settle(verification.complete({ signal: abort.signal }))).error).toMatchObject({
      code: 'ABORTED',
    });
    expect([clock.sleeperCount, server.pending]).toEqual([0, 0]);
  });
});
