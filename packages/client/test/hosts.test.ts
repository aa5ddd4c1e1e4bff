import { describe, expect, it } from '@jest/globals';
import type { HostFacts } from '@huoti/protocol';
import { FakeServer } from './support/fakeServer.js';
import { NOTHING_LEFT, runWith } from './support/runWith.js';

const facts = (kind: HostFacts['kind']): HostFacts => ({
  kind,
  browser: null,
  browserVersion: null,
  os: null,
  engine: null,
  language: null,
  network: null,
});

describe('a host that may not run a session', () => {
  it('is told by the server, and ends before a consent is recorded or a camera opens', async () => {
    const server = new FakeServer({ level: 'frames', refusedHosts: ['wechat', 'wechat-web-view'] });
    const run = await runWith(server, { host: { facts: facts('wechat-web-view') } });
    expect(run.error).toMatchObject({ code: 'HOST_FORBIDS', retryable: false });
    expect(run.cameraOpenings).toBe(0);
    expect(server.seen.map(({ step }) => step)).toEqual(['session']);
    expect(run.leftovers).toEqual(NOTHING_LEFT);
  });

  it('is not one that the server names others of', async () => {
    const server = new FakeServer({ level: 'none', refusedHosts: ['wechat'] });
    const run = await runWith(server, { host: { facts: facts('wechat-web-view') } });
    expect(run.outcome?.status).toBe('completed');
  });

  it.each(['trace', 'frames'] as const)(
    'refuses level %s where its own adapter lets nothing leave',
    async (level) => {
      const server = new FakeServer({ level });
      const run = await runWith(server, { host: { facts: facts('wechat'), evidenceLevels: ['none'] } });
      expect(run.error).toMatchObject({ code: 'HOST_FORBIDS' });
      expect([run.cameraOpenings, server.consents.length, server.begins.length]).toEqual([0, 0, 0]);
    },
  );

  it('runs what its adapter lets leave', async () => {
    const server = new FakeServer({ level: 'none' });
    const run = await runWith(server, { host: { facts: facts('wechat'), evidenceLevels: ['none'] } });
    expect(run.outcome?.status).toBe('completed');
    expect(server.outcomes).toEqual([expect.objectContaining({ status: 'completed' })]);
  });
});
