import { describe, expect, it } from '@jest/globals';
import { FakeServer } from './support/fakeServer.js';
import { CONSENT, NOTHING_LEFT, runWith } from './support/runWith.js';

const problem = (status: number, code: string, detail: string) => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({
    type: `urn:huoti:problem:${code.toLowerCase().replace(/_/g, '-')}`,
    title: code,
    status,
    detail,
    code,
    retryable: false,
  }),
});

describe('a consent', () => {
  it('reaches the server as the screens made it, word for word, before the camera opens', async () => {
    const server = new FakeServer({ level: 'frames' });
    const consent = { ...CONSENT, ageBand: 'teen', guardianReceiptId: 'A'.repeat(22) } as const;
    const run = await runWith(server, { consent });
    expect(run.outcome).toMatchObject({ status: 'completed' });
    expect(server.consents).toEqual([consent]);
  });

  it.each(['consent', 'plan'])(
    'that the server does not take at the %s is an error that may be asked away: the detail says what does not fit',
    async (where) => {
      const detail = 'version "1" of the policy says something else than what is in force: show version "2"';
      const server = new FakeServer({
        level: 'frames',
        fault: ({ step }) => (step === where ? problem(403, 'CONSENT_REQUIRED', detail) : null),
      });
      const run = await runWith(server);
      expect(run.outcome).toBeNull();
      expect(run.error).toMatchObject({
        code: 'CONSENT_REQUIRED',
        retryable: true,
        message: expect.stringContaining(detail),
      });
      // The same words would be refused again.
      expect(server.countOf(where)).toBe(1);
      if (where === 'consent') expect(run.cameraOpenings).toBe(0);
      expect(run.leftovers).toEqual(NOTHING_LEFT);
    },
  );
});

describe('a ground in law', () => {
  it.each(['none', 'trace', 'frames'] as const)(
    'that the server names lets a session of level %s run without a consent, and none is recorded',
    async (level) => {
      const server = new FakeServer({
        level,
        actions: ['turn-left', 'mouth-open'],
        legalGround: 'criminal-procedure',
      });
      const run = await runWith(server, { consent: null });
      expect(run.outcome).toMatchObject({ status: 'completed' });
      expect(server.consents).toEqual([]);
      expect(server.countOf('consent')).toBe(0);
    },
  );

  it('and a consent exclude each other: told before anything is recorded or opened', async () => {
    const server = new FakeServer({ level: 'trace', legalGround: 'other-law' });
    const run = await runWith(server);
    expect(run.error).toMatchObject({
      code: 'INVALID_ARGUMENT',
      message: expect.stringMatching(/"other-law".*leave `consent` out/),
    });
    expect([run.cameraOpenings, server.consents.length, server.countOf('plan')]).toEqual([0, 0, 0]);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });
});

describe('a person who asked the operator that nothing of theirs be used', () => {
  it.each(['consent', 'plan'])('is refused at the %s as who declined, and not tried again', async (where) => {
    const server = new FakeServer({
      level: 'trace',
      fault: ({ step }) => (step === where ? problem(403, 'RESTRICTED', 'offer the alternative') : null),
    });
    const run = await runWith(server);
    expect(run.error).toBeNull();
    expect(run.outcome).toMatchObject({ status: 'failed', reason: 'DECLINED' });
    expect(server.countOf(where)).toBe(1);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });
});
