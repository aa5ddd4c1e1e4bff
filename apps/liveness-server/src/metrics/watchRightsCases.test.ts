import { describe, expect, it } from '@jest/globals';
import { openRightsCase } from '@huoti/server';
import { createTestContext } from '@huoti/server/testing';
import { readRightsState } from '../app/readRightsState.js';
import { createMetrics } from './createMetrics.js';
import { watchRightsCases } from './watchRightsCases.js';

const DAY_MS = 86_400_000;

describe('watchRightsCases', () => {
  it('tells how many requests wait, and how many are overdue, by one look at the database', async () => {
    const context = await createTestContext();
    const metrics = createMetrics();
    let looks = 0;
    watchRightsCases(metrics, () => {
      looks += 1;
      return readRightsState(context);
    });
    const read = async () => {
      const text = await metrics.registry.metrics();
      return ['open', 'overdue'].map((one) =>
        Number(new RegExp(`^huoti_rights_cases_${one} (\\d+)$`, 'm').exec(text)?.[1]),
      );
    };
    expect(await read()).toEqual([0, 0]);
    await openRightsCase(context, { clientId: 'bank', subject: 'anna', kind: 'access' });
    const opened = await openRightsCase(context, { clientId: 'bank', subject: 'ben', kind: 'access' });
    expect(await read()).toEqual([2, 0]);
    const dueAtMs = opened.ok ? opened.rightsCase.dueAtMs : 0;
    context.time.advanceBy(dueAtMs - context.time.nowMs());
    expect(await read()).toEqual([2, 0]);
    context.time.advanceBy(1);
    await openRightsCase(context, {
      clientId: 'bank',
      subject: 'clara',
      kind: 'access',
      receivedAtMs: context.time.nowMs() - DAY_MS,
    });
    expect(await read()).toEqual([3, 2]);
    expect(looks).toBe(4);
  });

  it('gives the other numbers while the database is away', async () => {
    const metrics = createMetrics();
    watchRightsCases(metrics, () => Promise.reject(new TypeError('away')));
    metrics.jobs.inc({ job: 'judge', end: 'done' });
    expect(await metrics.registry.metrics()).toContain('huoti_jobs_total{job="judge",end="done"} 1');
  });
});
