import { describe, expect, it } from '@jest/globals';
import type { Deployment } from '@huoti/privacy';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { AgeBand } from '@huoti/protocol';
import { chainAudit } from '../audit/chainAudit.js';
import { forgetSubject } from '../deletion/forgetSubject.js';
import { runDeletion } from '../deletion/runDeletion.js';
import { enrolReference } from '../references/enrolReference.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { aReference, idOf } from '../testing/contracts/contractRows.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered } from '../testing/driveSession.js';
import { dyingContext } from '../testing/dyingContext.js';
import {
  CHILD_CLASS_DAYS,
  CLASS_DAYS,
  deploymentKeeping,
  termsKeeping,
  type ClassDays,
} from '../testing/retention/classTimes.js';
import { keepOneOfEach, keptStill } from '../testing/retention/keepOneOfEach.js';
import { expire } from './expire.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BANK = { clientId: 'bank' } as const;

const open = (privacy: Deployment = deploymentKeeping(), more: object = {}): Promise<TestContext> =>
  createTestContext({
    settings: { privacy, retention: { picturesMs: 2 * DAY_MS, evidenceMs: 3 * DAY_MS, ...more } },
  });
const lines = (context: TestContext, action: string) =>
  [...context.store.tables.audit.values()].filter((row) => row.action === action);

describe('each class of data', () => {
  const ACTIONS = {
    ...{ 'face-crop': 'evidence-delete', 'evidence-trace': 'evidence-delete', session: 'session-delete' },
    ...{ template: 'reference-expire', receipt: 'receipt-expire', 'rights-case': 'rights-case-expire' },
  } as const;
  const bands: readonly (readonly [AgeBand | null, ClassDays])[] = [
    ['adult', CLASS_DAYS],
    [null, CLASS_DAYS],
    ['teen', CLASS_DAYS],
    ['child', CHILD_CLASS_DAYS],
  ];
  it.each(bands.flatMap(([band, days]) => Object.entries(days).map(([kept, count]) => [kept, band, count])))(
    '%s of somebody of age %s is there until %d days are over, and gone then, with a line in the log',
    async (kept, band, count) => {
      const of = kept as keyof ClassDays;
      const context = await open();
      await keepOneOfEach(context, band as AgeBand | null);
      context.time.advanceBy(Number(count) * DAY_MS - 1);
      await expire(context);
      expect(keptStill(context)[of]).toBe(true);
      const before = lines(context, ACTIONS[of]).length;
      context.time.advanceBy(1);
      await expire(context);
      expect(keptStill(context)[of]).toBe(false);
      expect(lines(context, ACTIONS[of]).length).toBe(before + 1);
      if (of !== 'receipt') return;
      expect(keptStill(context).guardian).toBe(false);
      expect(lines(context, 'guardian-receipt-expire')).toHaveLength(1);
    },
  );

  it('audit is cut at the last signed head that is old enough', async () => {
    const context = await open();
    await keepOneOfEach(context, 'adult');
    await context.store.transaction((tx) =>
      tx.audit.append({
        ...{ atMs: context.time.nowMs(), actor: 'system', action: 'old', object: 'x', pseudonym: null },
        facts: {},
      }),
    );
    await chainAudit(context, { signNow: true });
    context.time.advanceBy(50 * DAY_MS);
    await expire(context);
    expect(lines(context, 'old')).toHaveLength(1);
    context.time.advanceBy(1);
    expect((await expire(context)).auditEntries).toBeGreaterThan(0);
    expect(lines(context, 'old')).toHaveLength(0);
    expect(lines(context, 'audit-cut')).toHaveLength(1);
  });

  it('goes with a shorter time of a policy of its own, and of a face of its own', async () => {
    const context = await open(deploymentKeeping(), { picturesMs: HOUR_MS });
    await keepOneOfEach(context, 'adult');
    await context.store.transaction((tx) =>
      tx.references.put(aReference('brief', { subject: 'kim', expiresAtMs: context.time.nowMs() + HOUR_MS })),
    );
    context.time.advanceBy(HOUR_MS);
    await expire(context);
    expect(keptStill(context)['face-crop']).toBe(false);
    expect([...context.store.tables.references.values()].map(({ id }) => id)).toEqual(['face']);
  });

  it('template is deleted with all of its keys, whatever end of its own it has', async () => {
    const context = await open();
    const keys = context.store.tables.dataKeys.size;
    const reader = {
      read: async () => ({ kind: 'one' as const, template: syntheticTemplate('kim'), quality: 1 }),
    };
    answered(await enrolReference(context, { ...BANK, id: 'kim', picture: Uint8Array.of(1), reader }));
    await context.store.transaction(async (tx) => {
      const row = await tx.references.get('bank', 'kim');
      // As a release before may have left it: kept for longer than is promised.
      if (row) await tx.references.put({ ...row, expiresAtMs: context.time.nowMs() + 900 * DAY_MS });
    });
    context.time.advanceBy(20 * DAY_MS);
    const { pseudonym } = await ensureSubject(context, { ...BANK, subject: 'kim' });
    await expire(context);
    expect(context.store.tables.references.size).toBe(0);
    expect(lines(context, 'reference-expire')).toEqual([
      expect.objectContaining({ object: `bank/${pseudonym}`, pseudonym }),
    ]);
    expect(context.store.tables.dataKeys.size).toBe(keys);
  });
});

describe('people', () => {
  it('about whom nothing is kept any more are forgotten with their key, a day later at most', async () => {
    const context = await open();
    const keys = context.store.tables.dataKeys.size;
    await keepOneOfEach(context, 'adult');
    context.time.advanceBy(40 * DAY_MS);
    await expire(context);
    context.time.advanceBy(DAY_MS);
    await expire(context);
    expect(context.store.tables.subjects.size).toBe(0);
    expect(context.store.tables.dataKeys.size).toBe(keys);
    expect(lines(context, 'subject-expire')).toHaveLength(1);
  });

  it('who were named and then refused are forgotten after a day', async () => {
    const context = await open();
    await ensureSubject(context, { ...BANK, subject: 'nobody' });
    context.time.advanceBy(DAY_MS - 1);
    expect((await expire(context)).subjects).toBe(0);
    context.time.advanceBy(1);
    expect((await expire(context)).subjects).toBe(1);
  });

  it('of whom something is kept, or who are restricted, stay', async () => {
    const context = await open();
    await keepOneOfEach(context, 'adult');
    await ensureSubject(context, { ...BANK, subject: 'lee' });
    await context.store.transaction((tx) => tx.subjects.update('bank', 'lee', { restrictedAtMs: 1 }));
    for (let day = 0; day < 39; day += 1) {
      context.time.advanceBy(DAY_MS);
      await expire(context);
    }
    expect([...context.store.tables.subjects.values()].map(({ subject }) => subject)).toEqual(['kim', 'lee']);
  });
});

describe('deletions', () => {
  it('that are not done are taken up again by the sweep', async () => {
    const context = await open();
    const { id: deletionId } = answered(await forgetSubject(context, { ...BANK, subject: 'kim' })).deletion;
    // The queue lost it, or gave it up.
    context.store.takeJobs();
    await expire(context);
    expect(context.store.jobs).toEqual([]);
    context.time.advanceBy(HOUR_MS);
    expect((await expire(context)).forgetJobs).toBe(1);
    await expire(context);
    expect(context.store.jobs).toEqual([
      expect.objectContaining({ name: 'forget', data: { deletionId }, key: deletionId }),
    ]);
    await runDeletion(context, { deletionId });
    expect((await expire(context)).forgetJobs).toBe(0);
  });

  it('leave a record as long as a request, and as long as a backup may hold what they deleted', async () => {
    for (const [deployment, days] of [
      [deploymentKeeping(), 40],
      [deploymentKeeping({ ...termsKeeping(), backupDays: 60 }), 60],
    ] as const) {
      const context = await open(deployment);
      const { id } = answered(await forgetSubject(context, { ...BANK, subject: 'kim' })).deletion;
      await runDeletion(context, { deletionId: id });
      context.time.advanceBy(days * DAY_MS - 1);
      await expire(context);
      expect(context.store.tables.deletions.size).toBe(1);
      context.time.advanceBy(1);
      await expire(context);
      expect(context.store.tables.deletions.size).toBe(0);
      expect(lines(context, 'deletion-record-expire')).toHaveLength(1);
    }
  });
});

describe('faults', () => {
  it('in the middle of any deletion leave nothing that the next run does not find', async () => {
    for (let calls = 0; ; calls += 1) {
      const context = await open();
      await keepOneOfEach(context, 'child');
      const { id: deletionId } = answered(await forgetSubject(context, { ...BANK, subject: 'lee' })).deletion;
      await runDeletion(context, { deletionId });
      context.time.advanceBy(49 * DAY_MS);
      const killed = await expire(dyingContext(context, calls)).then(
        () => false,
        () => true,
      );
      await expire(context);
      context.time.advanceBy(DAY_MS);
      await expire(context);
      const { tables } = context.store;
      expect(Object.values(keptStill(context)).every((there) => !there)).toBe(true);
      expect([tables.subjects.size, tables.deletions.size, tables.dataKeys.size]).toEqual([0, 0, 1]);
      for (const action of ['session-delete', 'receipt-expire', 'reference-expire', 'rights-case-expire']) {
        expect(lines(context, action)).toHaveLength(1);
      }
      if (!killed) {
        expect(calls).toBeGreaterThan(15);
        return;
      }
    }
  });
});

it('a receipt of a session is not deleted with the session', async () => {
  const context = await open();
  await keepOneOfEach(context, 'adult');
  context.time.advanceBy(10 * DAY_MS);
  await expire(context);
  expect([keptStill(context).session, keptStill(context).receipt]).toEqual([false, true]);
  expect(context.store.tables.consents.has(idOf('receipt-one'))).toBe(true);
});
