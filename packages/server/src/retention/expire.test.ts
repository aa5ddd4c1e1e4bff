import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { enrolReference } from '../references/enrolReference.js';
import { completeSession } from '../sessions/completeSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { driveSession, type DriveSessionOptions } from '../testing/driveSession.js';
import { dyingContext } from '../testing/dyingContext.js';
import { forkContext } from '../testing/forkContext.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { registerWebhook } from '../webhooks/registerWebhook.js';
import { expire } from './expire.js';

let context: TestContext;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const partNames = () => [...context.store.tables.parts.values()].map(({ name }) => name);
const actions = (action: string) =>
  [...context.store.tables.audit.values()].filter((row) => row.action === action);

async function decided(options: DriveSessionOptions = {}) {
  const driven = await driveSession(context, options);
  await judgeSession(context, { sessionId: driven.sessionId, judge: createScriptedJudge() });
  return driven;
}

beforeEach(async () => {
  context = await createTestContext();
});

describe('expire', () => {
  it('ends sessions that ran out, settles their tries and tells their client', async () => {
    context = await createTestContext({ settings: { webhooks: { allowedHosts: ['bank.example'] } } });
    await registerWebhook(context, { clientId: 'bank', url: 'https://bank.example/' });
    const issued = await driveSession(context, { until: 'issued' });
    const begun = await driveSession(context, { until: 'begun', request: { subject: 'anna' } });
    const done = await driveSession(context, { request: { subject: 'ben' } });
    context.time.advanceBy(10 * MINUTE_MS);
    expect((await expire(context)).sessionsEnded).toBe(2);
    expect((await issued.row()).state).toBe('expired');
    expect((await begun.row()).state).toBe('expired');
    expect((await done.row()).state).toBe('completed');
    const tries = [...context.store.tables.attempts.values()].map(({ scope, state }) => `${scope} ${state}`);
    expect(tries.sort()).toEqual(['subject:bank:anna failed', 'subject:bank:ben open']);
    expect([...context.store.tables.deliveries.values()].map(({ event }) => event)).toEqual([
      'session.expired',
      'session.expired',
    ]);
    expect((await expire(context)).sessionsEnded).toBe(0);
  });

  it('deletes pictures after a day, the rest of the evidence after a week, rows after ninety days, the receipt after three years', async () => {
    const keys = context.store.tables.dataKeys.size;
    const { sessionId } = await decided();
    context.time.advanceBy(DAY_MS - 1);
    await expire(context);
    expect(partNames().some((name) => name.startsWith('picture-'))).toBe(true);
    context.time.advanceBy(1);
    const day = await expire(context);
    expect(day.pictures).toBeGreaterThanOrEqual(8);
    expect(partNames().sort()).toEqual(['chunk-0', 'chunk-1', 'chunk-2', 'chunk-3', 'chunk-4', 'manifest']);
    context.time.advanceBy(6 * DAY_MS);
    expect((await expire(context)).otherParts).toBe(6);
    expect(context.blobs.blobs.size).toBe(0);
    // With the last part went the key: a copy of the bytes from a backup opens with nothing any more.
    expect(context.store.tables.dataKeys.size).toBe(keys);
    expect(context.store.tables.verdicts.has(sessionId)).toBe(true);
    context.time.advanceBy(83 * DAY_MS + HOUR_MS);
    expect((await expire(context)).sessionsDeleted).toBe(1);
    const { sessions, verdicts, parts, deliveries, attempts, proofs } = context.store.tables;
    expect([sessions, verdicts, parts, deliveries, attempts, proofs].map(({ size }) => size)).toEqual(
      Array(6).fill(0),
    );
    expect(context.store.tables.consents.size).toBe(1);
    context.time.advanceBy(1006 * DAY_MS);
    await expire(context);
    expect(context.store.tables.consents.size).toBe(0);
  });

  it('leaves a line in the audit log for each deletion, with numbers and no content', async () => {
    const { sessionId } = await decided();
    context.time.advanceBy(100 * DAY_MS);
    await expire(context);
    expect(actions('evidence-delete').map(({ object, facts }) => [object, facts['left']])).toEqual([
      [sessionId, 6],
      [sessionId, 0],
    ]);
    expect(actions('session-delete')).toHaveLength(1);
  });

  it('deletes at the decision itself what is kept for no time', async () => {
    context = await createTestContext({ settings: { retention: { picturesMs: 0 } } });
    await decided();
    expect(partNames().some((name) => name.startsWith('picture-'))).toBe(false);
    expect(partNames()).toContain('manifest');
    context = await createTestContext({ settings: { retention: { picturesMs: 0, evidenceMs: 0 } } });
    await decided();
    expect(context.blobs.blobs.size).toBe(0);
  });

  it("goes by the policy's own times, and by the service's for policies that are no longer configured", async () => {
    const policy = { name: 'short', light: 'off', tripwires: 'report', evidenceLevel: 'frames' } as const;
    const short = { policy, retention: { picturesMs: HOUR_MS, evidenceMs: HOUR_MS, rowsMs: DAY_MS } };
    context = await createTestContext({
      settings: { policies: { short }, allowedPolicies: ['default', 'short'] },
    });
    const brief = await decided({ request: { policy: 'short' } });
    const long = await decided();
    context.time.advanceBy(HOUR_MS);
    await expire(context);
    expect(
      [...context.store.tables.parts.values()].every(({ sessionId }) => sessionId === long.sessionId),
    ).toBe(true);
    context.time.advanceBy(DAY_MS);
    await expire(context);
    expect(context.store.tables.sessions.has(brief.sessionId)).toBe(false);
    // The operator renames the policy: sessions under the old name are not forgotten to be forgotten.
    await decided({ request: { policy: 'short' } });
    const renamed = await createTestContext({ settings: { allowedPolicies: ['default'] } });
    context.time.advanceBy(100 * DAY_MS);
    await expire({ ...context, settings: renamed.settings });
    expect(context.store.tables.sessions.size).toBe(0);
  });

  it('keeps what belongs to a session that is not decided yet', async () => {
    await driveSession(context);
    context.time.advanceBy(100 * DAY_MS);
    await expire(context);
    expect(context.store.tables.sessions.size).toBe(1);
    expect(partNames()).toContain('manifest');
  });

  it('deletes references whose time is over, with their keys', async () => {
    const keys = context.store.tables.dataKeys.size;
    const reader = {
      read: async () => ({ kind: 'one' as const, template: syntheticTemplate('anna'), quality: 1 }),
    };
    const picture = Uint8Array.of(1);
    const expiresAtMs = context.time.nowMs() + DAY_MS;
    await enrolReference(context, { clientId: 'bank', id: 'anna', picture, reader, expiresAtMs });
    await enrolReference(context, { clientId: 'bank', id: 'ben', picture, reader });
    context.time.advanceBy(DAY_MS);
    expect((await expire(context)).references).toBe(1);
    expect([...context.store.tables.references.values()].map(({ id }) => id)).toEqual(['ben']);
    // Of the one who stays: the person's, the turn's and the template's. Of the other one not even the person's.
    expect(context.store.tables.dataKeys.size).toBe(keys + 3);
  });

  it('sweeps bytes that nothing leads to, after an hour and page by page', async () => {
    await driveSession(context);
    const kept = context.blobs.blobs.size;
    for (let count = 0; count < 25; count += 1) await context.blobs.put(`orphan-${count}`, Uint8Array.of(1));
    expect((await expire(context, { limit: 10 })).orphanBlobs).toBe(0);
    context.time.advanceBy(HOUR_MS + 1);
    expect((await expire(context, { limit: 10 })).orphanBlobs).toBe(25);
    expect(context.blobs.blobs.size).toBe(kept);
  });

  it('looks through the same few pages of a store of any size, and through all of it in many runs', async () => {
    for (let count = 0; count < 300; count += 1)
      await context.blobs.put(
        createHash('sha256').update(String(count)).digest('base64url'),
        Uint8Array.of(1),
      );
    context.time.advanceBy(HOUR_MS + 1);
    expect((await expire(context, { limit: 10 })).orphanBlobs).toBeLessThanOrEqual(50);
    for (let runs = 0; context.blobs.blobs.size > 0; runs += 1) {
      expect(runs).toBeLessThan(100);
      await expire(context, { limit: 10 });
    }
  });

  it('enqueues lost jobs again, without piling them up', async () => {
    const { sessionId } = await driveSession(context);
    // The queue lost its job: a database that was restored, or a process that died between two.
    context.store.takeJobs();
    context.time.advanceBy(5 * MINUTE_MS + 1);
    for (let count = 0; count < 3; count += 1) await expire(context);
    expect(context.store.jobs).toEqual([expect.objectContaining({ name: 'judge', data: { sessionId } })]);
  });

  it('says that there is more where it reached its limit', async () => {
    for (let count = 0; count < 3; count += 1) await driveSession(context, { until: 'issued' });
    context.time.advanceBy(10 * MINUTE_MS);
    expect(await expire(context, { limit: 2 })).toMatchObject({ sessionsEnded: 2, more: true });
    expect(await expire(context, { limit: 2 })).toMatchObject({ sessionsEnded: 1, more: false });
  });

  it('stops between two steps when it is told to', async () => {
    await expect(expire(context, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'ABORTED' });
  });
});

describe('faults', () => {
  it('finishes what a run that was killed at any point left undone', async () => {
    await decided({ request: { subject: 'anna' } });
    await driveSession(context, { until: 'uploaded', request: { subject: 'ben' } });
    await context.blobs.put('orphan', Uint8Array.of(1));
    const begun = context;
    context.time.advanceBy(2000 * DAY_MS);
    for (let calls = 0; ; calls += 1) {
      context = await forkContext(begun);
      const killed = await expire(dyingContext(context, calls)).then(
        () => false,
        () => true,
      );
      // Whatever stands after the kill leads nowhere wrong: each row's bytes are there, or both are on their way out.
      await expire(context);
      // People whose last row went with the killed run were looked at then, and are again a day later.
      context.time.advanceBy(DAY_MS);
      await expire(context);
      const { sessions, parts, verdicts, consents, subjects } = context.store.tables;
      expect([sessions, parts, verdicts, consents, subjects].map(({ size }) => size)).toEqual([
        0, 0, 0, 0, 0,
      ]);
      expect(context.blobs.blobs.size).toBe(0);
      expect(context.store.tables.dataKeys.size).toBe(1);
      if (!killed) {
        expect(calls).toBeGreaterThan(20);
        return;
      }
    }
  });

  it('gives every accepted submission one verdict, wherever the process is killed', async () => {
    for (let calls = 0; ; calls += 1) {
      context = await createTestContext();
      const { sessionId, evidenceHash } = await driveSession(context, { until: 'uploaded' });
      const dying = dyingContext(context, calls);
      const killed = await completeSession(dying, { sessionId, request: { evidenceHash } })
        .then(() => judgeSession(dying, { sessionId, judge: createScriptedJudge() }))
        .then(
          () => false,
          () => true,
        );
      const { sessions, verdicts } = context.store.tables;
      const accepted = sessions.get(sessionId)?.completedAtMs !== null;
      expect(accepted || verdicts.size === 0).toBe(true);
      // Another worker comes by; then the sweep; then the worker again.
      context.time.advanceBy(5 * MINUTE_MS + 1);
      await expire(context);
      for (const job of context.store.takeJobs()) {
        if (job.name === 'judge') await judgeSession(context, { ...job.data, judge: createScriptedJudge() });
      }
      expect(context.store.tables.verdicts.size).toBe(accepted ? 1 : 0);
      expect(context.store.tables.sessions.get(sessionId)?.state).toBe(accepted ? 'decided' : 'expired');
      if (!killed) return;
    }
  });
});
