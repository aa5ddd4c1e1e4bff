import { describe, expect, it } from '@jest/globals';
import { FakeServer } from './support/fakeServer.js';
import { CONSENT, NOTHING_LEFT, runWith } from './support/runWith.js';

/** Phases and the client's own events, in order, each once. */
const story = (events: readonly { type: string; phase?: string }[]): string[] =>
  events
    .filter(({ type }) => type === 'phase-change' || /^(evidence|decision|session|camera)-/.test(type))
    .map(({ type, phase }) => phase ?? type)
    .filter((word, at, all) => word !== all[at - 1]);

describe('a session at level frames', () => {
  it('sends chunks, the pictures that were asked for and a manifest, all bound to its reveals, and leaves nothing behind', async () => {
    const server = new FakeServer({ level: 'frames' });
    const run = await runWith(server);
    expect(run.outcome).toEqual({
      sessionId: server.sessionId,
      status: 'completed',
      reason: null,
      gate: null,
      retryAfterS: null,
      decided: true,
    });
    expect(server.faultsOfEvidence()).toEqual([]);
    expect(server.completions).toBe(1);
    expect([...server.parts.keys()].filter((name) => name.startsWith('picture-')).length).toBe(
      server.reveals.reduce((sum, { pictures }) => sum + Math.min(3, pictures), 0),
    );
    expect(run.leftovers).toEqual(NOTHING_LEFT);
    expect(story(run.events)).toEqual([
      'loading',
      'opening',
      'camera-open',
      'finding',
      'calibrating',
      'revealing',
      'challenge',
      'closing',
      'ended',
      'evidence-progress',
      'decision-wait',
      'session-outcome',
    ]);
  });

  it('draws its plan only when models are loaded and the camera is open', async () => {
    const server = new FakeServer({ level: 'frames' });
    let seenAtCamera: string[] = [];
    await runWith(server, {
      onEvent: ({ type }) => {
        if (type === 'camera-open') seenAtCamera = server.seen.map(({ step }) => step);
      },
    });
    expect(seenAtCamera).toEqual(['session', 'consent']);
  });

  it('commits each chunk before the next step is known: the head of the first covers no frame of the second', async () => {
    const server = new FakeServer({ level: 'frames', actions: ['mouth-open', 'blink'] });
    const run = await runWith(server);
    expect(run.outcome?.status).toBe('completed');
    expect(server.reveals.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(server.faultsOfEvidence()).toEqual([]);
  });
});

describe('the levels of evidence', () => {
  it('trace sends numbers and no picture, and stays under the bound of 150 KB in 10 s', async () => {
    const server = new FakeServer({ level: 'trace' });
    const run = await runWith(server, { consent: { ...CONSENT, level: 'trace' } });
    expect(run.outcome?.status).toBe('completed');
    expect([...server.parts.keys()].sort()).toEqual(['chunk-0', 'chunk-1', 'manifest']);
    expect(server.faultsOfEvidence()).toEqual([]);
    const bytes = [...server.parts.values()].reduce((sum, part) => sum + part.length, 0);
    expect((bytes * 10_000) / run.durationMs).toBeLessThan(150_000);
  });

  it('none sends nothing but how it ended', async () => {
    // Nobody else judges what the signals say: there has to be enough for them to say.
    const server = new FakeServer({ level: 'none', actions: ['turn-left', 'mouth-open'] });
    const run = await runWith(server, { consent: { ...CONSENT, level: 'none' } });
    expect(run.outcome).toMatchObject({ status: 'completed', decided: true });
    expect(server.outcomes).toEqual([{ status: 'completed', durationMs: expect.any(Number) }]);
    expect([server.parts.size, server.reveals.length]).toEqual([0, 0]);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it.each([
    ['frames', null],
    ['frames', 'trace'],
    ['frames', 'none'],
    ['trace', 'none'],
    ['trace', null],
    ['none', null],
  ] as const)(
    '%s with consent to %s is CONSENT_REQUIRED, and the camera stays off',
    async (level, agreed) => {
      const server = new FakeServer({ level });
      const run = await runWith(server, { consent: agreed === null ? null : { ...CONSENT, level: agreed } });
      expect(run.error).toMatchObject({ code: 'CONSENT_REQUIRED' });
      expect(run.cameraOpenings).toBe(0);
      expect(server.seen.map(({ step }) => step)).toEqual(['session']);
      expect(run.leftovers).toEqual(NOTHING_LEFT);
    },
  );

  it('frames without an encoder is refused before the camera opens', async () => {
    const server = new FakeServer({ level: 'frames' });
    const { error, cameraOpenings } = await runWith(server, { host: { pictures: undefined as never } });
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(cameraOpenings).toBe(0);
  });
});

describe('a person who is refused', () => {
  it('is refused by the server too: what was recorded is committed, sent and completed', async () => {
    const server = new FakeServer({
      level: 'frames',
      decision: { status: 'failed', reason: 'CHALLENGE_TIMEOUT', gate: null, retryAfterS: null },
    });
    const run = await runWith(server, { answers: false });
    expect(run.outcome).toMatchObject({ status: 'failed', reason: 'CHALLENGE_TIMEOUT', decided: true });
    expect(server.completions).toBe(1);
    expect(server.faultsOfEvidence()).toEqual([]);
    expect(new TextDecoder().decode(server.parts.get('manifest'))).toContain('"reason":"CHALLENGE_TIMEOUT"');
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('is told the reason that the device saw where the server gives none', async () => {
    const server = new FakeServer({
      level: 'trace',
      decision: { status: 'failed', reason: null, gate: null, retryAfterS: null },
    });
    const run = await runWith(server, { answers: false });
    expect(run.outcome).toMatchObject({ status: 'failed', reason: 'CHALLENGE_TIMEOUT' });
  });

  it('is told so even where the server refuses what was recorded', async () => {
    const refusal = {
      type: 'urn:huoti:problem:conflict',
      title: 'no',
      status: 409,
      detail: 'no',
      code: 'CONFLICT',
    };
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step }) =>
        step === 'complete' ? { status: 409, body: JSON.stringify({ ...refusal, retryable: false }) } : null,
    });
    const run = await runWith(server, { answers: false });
    expect(run.outcome).toMatchObject({ status: 'failed', reason: 'CHALLENGE_TIMEOUT', decided: false });
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('who completed is never told more than a reason that can be mended', async () => {
    const server = new FakeServer({
      level: 'trace',
      decision: { status: 'failed', reason: 'SOMETHING_NEW', gate: null, retryAfterS: 60 },
    });
    const run = await runWith(server);
    expect(run.outcome).toMatchObject({ status: 'failed', reason: null, retryAfterS: 60 });
  });
});

describe('a page that was loaded again', () => {
  it.each([
    ['decided', { status: 'completed', decided: true }],
    ['expired', { status: 'failed', reason: 'SESSION_EXPIRED' }],
    ['begun', { status: 'failed', reason: 'SESSION_USED' }],
    ['completed', { status: 'completed', decided: true }],
  ] as const)('asks how a session that is %s ended, and opens no camera', async (state, expected) => {
    const server = new FakeServer({ level: 'trace' });
    server.state = state;
    const run = await runWith(server);
    expect(run.outcome).toMatchObject(expected);
    expect(run.cameraOpenings).toBe(0);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });
});
