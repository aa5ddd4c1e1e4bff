import { beforeEach, describe, expect, it } from '@jest/globals';
import { expire } from '../retention/expire.js';
import { aReference } from '../testing/contracts/contractRows.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { filingLevel } from './filingLevel.js';
import { filingState } from './filingState.js';

let context: TestContext;
const TEN_MINUTES_MS = 600_000;
const lines = () =>
  [...context.store.tables.audit.values()].filter(({ object }) => object === 'stored-people');

/** So many people with a face from now on; counted at the next run that counts. */
async function store(count: number): Promise<void> {
  await context.store.transaction(async (tx) => {
    for (const { clientId, id } of context.store.tables.references.values()) {
      await tx.references.delete(clientId, id);
    }
    for (let index = 0; index < count; index += 1) {
      await tx.references.put(aReference(`person-${index}`, { createdAtMs: context.time.nowMs() }));
    }
  });
  context.time.advanceBy(TEN_MINUTES_MS);
}

beforeEach(async () => {
  context = await createTestContext({ settings: { filingThreshold: 10 } });
});

describe('the alarm before a filing', () => {
  it.each([
    [0, 'far'],
    [79_999, 'far'],
    [80_000, 'near'],
    [99_999, 'near'],
    [100_000, 'reached'],
    [100_001, 'reached'],
  ])('of 100,000 calls %d people %s', (stored, level) => {
    expect(filingLevel(stored, 100_000)).toBe(level);
  });

  it('begins at 80 % of the threshold, by whole people', async () => {
    for (const [stored, level] of [
      [7, 'far'],
      [8, 'near'],
      [9, 'near'],
      [10, 'reached'],
    ] as const) {
      await store(stored);
      const countedAtMs = context.time.nowMs();
      const state = { stored, threshold: 10, level, countedAtMs };
      expect((await expire(context)).filing).toEqual(state);
      expect(await filingState(context)).toEqual(state);
    }
  });

  it('is written into the audit log when it is first crossed, and again after the number had fallen', async () => {
    for (const stored of [7, 8, 9, 10, 11, 3, 8]) {
      await store(stored);
      await expire(context);
    }
    expect(lines().map(({ action, facts }) => [action, facts])).toEqual([
      ['filing-near', { stored: 8, threshold: 10 }],
      ['filing-reached', { stored: 10, threshold: 10 }],
      ['filing-near', { stored: 8, threshold: 10 }],
    ]);
  });

  it('is counted every ten minutes, not at each run, and again where the clock was set back', async () => {
    expect(await filingState(context)).toEqual({ stored: 0, threshold: 10, level: 'far', countedAtMs: null });
    await store(8);
    expect((await expire(context)).filing?.stored).toBe(8);
    await store(9);
    context.time.advanceBy(-1);
    expect((await expire(context)).filing).toBeNull();
    expect((await filingState(context)).stored).toBe(8);
    context.time.advanceBy(1);
    expect((await expire(context)).filing?.stored).toBe(9);
    context.time.advanceBy(-24 * TEN_MINUTES_MS);
    expect((await expire(context)).filing?.stored).toBe(9);
  });

  it('goes by the threshold that is configured, when it is looked at', async () => {
    await store(8);
    await expire(context);
    const wider = await createTestContext({ settings: { filingThreshold: 11 } });
    expect((await filingState({ ...context, settings: wider.settings })).level).toBe('far');
  });
});
