import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import { createLiveness } from '../src/index.js';
import { FakeServer } from './support/fakeServer.js';
import { NOTHING_LEFT, runWith } from './support/runWith.js';

/** Where a session can be when its person leaves: what the server was asked last, or what the page was told last. */
const STATES = [
  'step session',
  'step consent',
  'event load-progress',
  'event camera-open',
  'step plan',
  'phase finding',
  'phase calibrating',
  'step steps-0',
  'event challenge-start',
  'step steps-1',
  'step evidence/chunk-1',
  'step evidence/picture-1-0',
  'step evidence/manifest',
  'step complete',
  'event decision-wait',
] as const;

describe('an abort', () => {
  it.each(STATES)('at %s ends with ABORTED and leaves nothing running', async (where) => {
    const abort = new AbortController();
    const [kind, name] = where.split(' ');
    const server = new FakeServer({
      level: 'frames',
      fault: ({ step }) => {
        if (kind === 'step' && step === name) {
          // Later than the request: it is under way.
          setImmediate(() => abort.abort());
          return 'hang';
        }
        return null;
      },
    });
    const run = await runWith(server, {
      signal: abort.signal,
      onEvent: (event) => {
        const word = kind === 'phase' ? (event.type === 'phase-change' ? event.phase : '') : event.type;
        if (kind !== 'step' && word === name) abort.abort();
      },
    });
    expect(run.error).toMatchObject({ code: 'ABORTED' });
    expect(run.leftovers).toEqual(NOTHING_LEFT);
    expect(run.durationMs).toBeLessThan(15_000);
  });

  it('before the start asks nobody anything', async () => {
    const server = new FakeServer({ level: 'frames' });
    const run = await runWith(server, { signal: AbortSignal.abort() });
    expect(run.error).toMatchObject({ code: 'ABORTED' });
    expect([server.seen.length, run.cameraOpenings]).toEqual([0, 0]);
  });

  it('during a pause between two tries does not wait for its end', async () => {
    const abort = new AbortController();
    const server = new FakeServer({
      level: 'frames',
      fault: ({ step, count }) => {
        if (step === 'plan' && count === 3) setImmediate(() => abort.abort());
        return step === 'plan' ? 'drop' : null;
      },
    });
    const run = await runWith(server, { signal: abort.signal });
    expect(run.error).toMatchObject({ code: 'ABORTED' });
    expect(server.countOf('plan')).toBe(3);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });
});

describe('createLiveness', () => {
  const parts = {
    source: {
      specificationVersion: 'v1',
      kind: 'camera',
      open: () => Promise.reject(new TypeError('unused')),
    },
    random: createSeededRandom(1),
  } as const;

  it.each([
    ['a relative address', { baseUrl: '/liveness' }],
    ['a session id of another form', { sessionId: 'short' }],
    ['a token of another form', { clientToken: '' }],
  ])('refuses %s at once', (_title, change) => {
    const server = {
      baseUrl: 'https://a.test',
      sessionId: 'a'.repeat(22),
      clientToken: 'a'.repeat(43),
      ...change,
    };
    const host = { ...parts } as never;
    expect(() => createLiveness({ host, server })).toThrow('server.');
  });

  it('runs once', async () => {
    const fake = new FakeServer({ level: 'trace' });
    fake.state = 'expired';
    const { baseUrl, publicUrl, sessionId, clientToken } = fake;
    const host = {
      ...parts,
      clock: { nowMs: () => 0, sleep: () => new Promise<void>(() => undefined) },
    } as never;
    const liveness = createLiveness({
      host,
      server: { baseUrl, publicUrl, sessionId, clientToken, transport: fake },
    });
    await liveness.run();
    await expect(liveness.run()).rejects.toMatchObject({ code: 'SESSION_ALREADY_RUN' });
  });
});
