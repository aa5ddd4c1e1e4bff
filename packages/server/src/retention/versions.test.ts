import { describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT, type Deployment } from '@huoti/privacy';
import fc from 'fast-check';
import { aConsent } from '../testing/contracts/contractRows.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import {
  CLASS_DAYS,
  deploymentKeeping,
  termsKeeping,
  type ClassDays,
} from '../testing/retention/classTimes.js';
import { keepOneOfEach, keptStill } from '../testing/retention/keepOneOfEach.js';
import { dueBeforeMs } from './dueBeforeMs.js';
import { expire } from './expire.js';
import { keptMs } from './keptMs.js';

const DAY_MS = 86_400_000;
const open = (privacy: Deployment): Promise<TestContext> => createTestContext({ settings: { privacy } });

describe('versions of the notice', () => {
  /** The first as above, a second one from 2026-01-20 on, by Shanghai's days. */
  const withSecond = (days: ClassDays): Deployment => ({
    ...deploymentKeeping(),
    versions: [
      ...deploymentKeeping().versions,
      {
        version: '2',
        publishedAtMs: Date.UTC(2026, 0, 19, 4),
        terms: termsKeeping(days),
      },
    ],
  });
  const SECOND_MS = Date.UTC(2026, 0, 19, 16);

  it('that keep longer do so for what is taken from their day on, not for what is there', async () => {
    const context = await open(withSecond({ ...CLASS_DAYS, receipt: 300 }));
    await keepOneOfEach(context, 'adult');
    const takenMs = context.time.nowMs();
    expect(takenMs).toBeLessThan(SECOND_MS);
    for (const [name, recordedAtMs] of [
      ['last-of-the-first', SECOND_MS - 1],
      ['first-of-the-second', SECOND_MS],
    ] as const) {
      await context.store.transaction((tx) => tx.consents.insert(aConsent(name, { recordedAtMs })));
    }
    const receipts = () =>
      [...context.store.tables.consents.keys()].map((id) => id.replace('receipt-', '').replace(/_+$/, ''));
    context.time.advanceBy(30 * DAY_MS);
    await expire(context);
    expect(receipts()).toEqual(['last-of-the-first', 'first-of-the-second'].map((name) => name));
    context.time.advanceBy(SECOND_MS - 1 - takenMs);
    await expire(context);
    expect(receipts()).toEqual(['first-of-the-second']);
    context.time.advanceBy(270 * DAY_MS);
    await expire(context);
    expect(receipts()).toEqual(['first-of-the-second']);
    context.time.advanceBy(1);
    await expire(context);
    expect(receipts()).toEqual([]);
  });

  it('that keep shorter do so for all that is there, from their day on', async () => {
    const context = await open(withSecond({ ...CLASS_DAYS, template: 1 }));
    await keepOneOfEach(context, 'adult');
    context.time.advanceBy(SECOND_MS - context.time.nowMs() - 1);
    await expire(context);
    expect(keptStill(context).template).toBe(true);
    context.time.advanceBy(1);
    await expire(context);
    expect(keptStill(context).template).toBe(false);
  });

  it('agree, row by row, with the one moment that rows are deleted by', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ kept: days, gap: days }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: -400, max: 200 }),
        fc.option(days, { nil: undefined }),
        (plan, nowDay, takenDay, own) => {
          let day = 0;
          const versions = plan.map(({ kept, gap }, index) => {
            day += gap;
            const publishedAtMs = Date.UTC(2026, 0, day, 4);
            return {
              version: String(index),
              publishedAtMs,
              terms: termsKeeping({ ...CLASS_DAYS, receipt: kept, 'face-crop': kept }),
            };
          });
          const settings = { privacy: { ...DEFAULT_DEPLOYMENT, versions } };
          const nowMs = Date.UTC(2026, 0, nowDay, 15, 59, 59, 999);
          const takenAtMs = Math.min(nowMs, Date.UTC(2026, 0, takenDay, 16));
          for (const kind of ['receipt', 'face-crop'] as const) {
            const options = {
              of: kind,
              ages: 'others',
              nowMs,
              ...(own ? { ownMs: own * DAY_MS } : {}),
            } as const;
            const isDue = takenAtMs + keptMs(settings, { ...options, takenAtMs }) <= nowMs;
            expect(takenAtMs <= dueBeforeMs(settings, options)).toBe(isDue);
          }
        },
      ),
    );
  });
});
