import { describe, expect, it } from '@jest/globals';
import type { SubtleLike } from '../src/index.js';
import { FakeServer, type Fault } from './support/fakeServer.js';
import { NOTHING_LEFT, runWith } from './support/runWith.js';

const problem = (status: number, code: string, more: Readonly<Record<string, unknown>> = {}): Fault => ({
  status,
  body: JSON.stringify({
    type: `urn:huoti:problem:${code.toLowerCase()}`,
    title: code,
    status,
    detail: `a test says ${code}`,
    code,
    retryable: false,
    ...more,
  }),
});

const STEPS = [
  'session',
  'consent',
  'plan',
  'steps-0',
  'steps-1',
  'evidence/chunk-0',
  'evidence/manifest',
  'complete',
] as const;

describe('a bad network', () => {
  it.each(STEPS)(
    'an answer to %s that gets lost costs nothing: one submission, whole evidence',
    async (lost) => {
      const server = new FakeServer({
        level: 'trace',
        fault: ({ step, count }) => (step === lost && count === 1 ? 'lose' : null),
      });
      const run = await runWith(server);
      expect(run.outcome).toMatchObject({ status: 'completed', decided: true });
      expect(server.countOf(lost)).toBeGreaterThan(1);
      expect(server.completions).toBe(1);
      expect(server.faultsOfEvidence()).toEqual([]);
      expect(run.leftovers).toEqual(NOTHING_LEFT);
    },
  );

  it('every request lost twice, on the way there and on the way back, still ends in one submission', async () => {
    const server = new FakeServer({
      level: 'frames',
      fault: ({ count }) => (count === 1 ? 'drop' : count === 2 ? 'lose' : null),
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed', decided: true });
    expect(server.completions).toBe(1);
    expect(server.faultsOfEvidence()).toEqual([]);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it.each(['plan', 'steps-0', 'evidence/chunk-0', 'complete'])(
    'a server that is out for two answers at %s is asked again',
    async (where) => {
      const server = new FakeServer({
        level: 'trace',
        fault: ({ step, count }) =>
          step === where && count <= 2
            ? count === 1
              ? { status: 503 }
              : problem(500, 'HOST_ERROR', { retryable: true })
            : null,
      });
      const run = await runWith(server);
      expect(run.outcome).toMatchObject({ status: 'completed' });
      expect(server.countOf(where)).toBe(3);
    },
  );

  it('waits as long as a busy server asks with Retry-After', async () => {
    const atMs: number[] = [];
    const server = new FakeServer({
      level: 'none',
      fault: ({ step, count }) =>
        step === 'plan' && count === 1 ? { status: 429, headers: { 'retry-after': '9' } } : null,
    });
    const run = await runWith(server, {
      onEvent: (event) => {
        if (event.type === 'phase-change') atMs.push(event.atMs);
      },
    });
    expect(run.outcome).toMatchObject({ status: 'completed' });
    // Loading, opening, and only then finding.
    expect((atMs[2] ?? 0) - (atMs[1] ?? 0)).toBeGreaterThanOrEqual(9000);
  });

  it('a server that asks for minutes is not waited for', async () => {
    const server = new FakeServer({
      level: 'none',
      fault: ({ step }) => (step === 'plan' ? { status: 429, headers: { 'retry-after': '600' } } : null),
    });
    const run = await runWith(server);
    expect(run.error).toMatchObject({ code: 'NETWORK_FAILED', retryable: true });
    expect(server.countOf('plan')).toBe(1);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('a request that hangs is given up and sent again', async () => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step, count }) => ((step === 'plan' || step === 'steps-0') && count === 1 ? 'hang' : null),
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed' });
    expect([server.countOf('plan'), server.countOf('steps-0')]).toEqual([2, 2]);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('parts that outlast the retries are found by asking which are there', async () => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step, count }) => (step === 'evidence/chunk-1' && count <= 8 ? 'drop' : null),
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed' });
    expect(server.countOf('evidence/chunk-0')).toBe(1);
    expect(server.faultsOfEvidence()).toEqual([]);
  });

  it('a part that the server lost before complete is sent again', async () => {
    const server: FakeServer = new FakeServer({
      level: 'trace',
      fault: ({ step, count }) => {
        if (step === 'complete' && count === 1) server.parts.delete('chunk-0');
        return null;
      },
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed' });
    expect([server.countOf('evidence/chunk-0'), server.countOf('evidence/chunk-1')]).toEqual([2, 1]);
    expect(server.completions).toBe(1);
  });

  it.each(['session', 'plan', 'steps-0', 'evidence/chunk-0', 'complete'])(
    'a network that is gone for good at %s ends with NETWORK_FAILED, retryable, and nothing is left',
    async (where) => {
      const server = new FakeServer({
        level: 'trace',
        fault: ({ step }) => (step === where ? 'drop' : null),
      });
      const run = await runWith(server);
      expect(run.error).toMatchObject({ code: 'NETWORK_FAILED', retryable: true });
      expect(run.leftovers).toEqual(NOTHING_LEFT);
    },
  );

  it('a network that goes after complete leaves the person with an undecided session', async () => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step, count }) => (step === 'session' && count > 1 ? 'drop' : null),
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed', decided: false });
  });

  it('a server that does not decide is waited for 30 s and no longer', async () => {
    const server = new FakeServer({ level: 'trace', decideAfter: 10_000 });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'completed', decided: false });
    expect(run.durationMs).toBeLessThan(60_000);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it("the server's nonce may change at any time", async () => {
    let turns = 0;
    const server: FakeServer = new FakeServer({ level: 'trace' });
    const run = await runWith(server, {
      onTurn: () => {
        if ((turns += 1) % 20 === 0) server.turnNonce();
      },
    });
    expect(run.outcome).toMatchObject({ status: 'completed' });
  });
});

describe('a server that refuses', () => {
  it.each([
    ['session', 'NOT_FOUND', 'SESSION_UNKNOWN'],
    ['plan', 'SESSION_EXPIRED', 'SESSION_EXPIRED'],
    ['steps-0', 'SESSION_EXPIRED', 'SESSION_EXPIRED'],
    ['steps-1', 'EVIDENCE_INCONSISTENT', 'EVIDENCE_INCONSISTENT'],
    ['complete', 'SESSION_USED', 'SESSION_USED'],
  ])('at %s with %s ends the session as a result, asked once', async (where, code, reason) => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step }) => (step === where ? problem(409, code) : null),
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'failed', reason });
    expect(server.countOf(where)).toBe(1);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('too many tries tell how long to wait, and are not tried again', async () => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step }) =>
        step === 'plan' ? problem(429, 'TOO_MANY_ATTEMPTS', { retryable: true, retryAfterS: 1800 }) : null,
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'failed', reason: 'TOO_MANY_ATTEMPTS', retryAfterS: 1800 });
    expect(server.countOf('plan')).toBe(1);
  });

  it('a token that is bound to another key is of no use here', async () => {
    const server = new FakeServer({ level: 'trace' });
    // Whoever it was stolen for has used it first, with their own key.
    await runWith(server, { consent: null });
    server.seen.length = 0;
    const run = await runWith(server);
    expect(run.error).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(run.cameraOpenings).toBe(0);
  });

  it('a key that the host keeps proves itself as one in plain JavaScript does', async () => {
    const server = new FakeServer({ level: 'none' });
    const run = await runWith(server, { host: { subtle: globalThis.crypto.subtle as SubtleLike } });
    expect(run.outcome).toMatchObject({ status: 'completed' });
  });
});
