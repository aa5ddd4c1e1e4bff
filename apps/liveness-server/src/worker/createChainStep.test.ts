import { beforeEach, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createTestContext, readAuditLog, type TestContext } from '@huoti/server/testing';
import { createLogger } from '../logging/createLogger.js';
import { createChainStep } from './createChainStep.js';

let context: TestContext;
let lines: string[];
let step: ReturnType<typeof createChainStep>;

beforeEach(async () => {
  context = await createTestContext();
  lines = [];
  const logger = createLogger({ destination: { write: (line) => void lines.push(line) } });
  step = createChainStep({ context, logger });
});

const write = async (count: number): Promise<void> => {
  const atMs = context.time.nowMs();
  await context.store.transaction(async ({ audit }) => {
    for (let at = 0; at < count; at += 1) {
      await audit.append({ atMs, actor: 'system', action: 'x', object: `${at}`, pseudonym: null, facts: {} });
    }
  });
};
const events = () => lines.map((line) => (JSON.parse(line) as { msg: string }).msg);

describe('the chain’s step of a worker', () => {
  it('chains what is new, and signs to the end when the worker ends', async () => {
    await write(3);
    expect(await step({})).toBe(false);
    await write(3);
    await step({ signNow: true });
    const { entries, heads } = await readAuditLog(context.store);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(heads.map(({ seq }) => seq)).toEqual([3, 6]);
    expect(lines).toEqual([]);
  });

  it('shouts once a minute while the chain does not fit to its head, and says no more than that', async () => {
    await write(3);
    await step({ signNow: true });
    context.store.tables.auditPlaces.set(2, { seq: 3, hash: 'f'.repeat(64) });
    await write(1);
    for (let run = 0; run < 5; run += 1) await step({});
    expect(events()).toEqual(['audit-chain-broken']);
    context.time.advanceBy(60_000);
    await step({});
    expect(events()).toEqual(['audit-chain-broken', 'audit-chain-broken']);
  });

  it('leaves what fails to the next run', async () => {
    await write(1);
    context.store.failWith(new HuotiError('BUSY', 'the database is away', { retryable: true }));
    expect(await step({})).toBe(false);
    expect(events()).toEqual(['audit-chain-failed']);
    context.store.failWith(null);
    await step({});
    expect((await readAuditLog(context.store)).entries[0]?.seq).toBe(1);
  });

  it('says nothing of an end that was asked for', async () => {
    await write(1);
    expect(await step({ signal: AbortSignal.abort() })).toBe(false);
    expect(lines).toEqual([]);
  });
});
