import { describe, expect, it } from '@jest/globals';
import { aPart, aSession, createTestContext, idOf } from '@huoti/server/testing';
import { createLogger } from '../logging/createLogger.js';
import { createMetrics } from '../metrics/createMetrics.js';
import { expireOnce } from './expireOnce.js';

const TEN_MINUTES_MS = 600_000;

describe('expireOnce', () => {
  it('warns when so many faces are stored that an authority has to be told soon, and at no other run', async () => {
    const context = await createTestContext({ settings: { filingThreshold: 5 } });
    const lines: string[] = [];
    const logger = createLogger({ destination: { write: (line) => void lines.push(line) } });
    const tools = { context, logger, metrics: createMetrics() };
    const run = async (): Promise<string[]> => {
      lines.length = 0;
      await expireOnce(tools, { signal: new AbortController().signal });
      return lines.filter((line) => line.includes('filing-'));
    };
    const warned = [];
    for (let people = 1; people <= 5; people += 1) {
      await context.store.transaction(async (tx) => {
        const subject = `customer-${String(people)}`;
        await tx.sessions.insert(aSession(subject, { subject, issuedAtMs: context.time.nowMs() }));
        await tx.parts.put(
          aPart(subject, { sessionId: idOf(subject), name: 'picture-1-1', blobKey: subject }),
        );
      });
      context.time.advanceBy(TEN_MINUTES_MS / 10);
      warned.push((await run()).length);
      context.time.advanceBy(TEN_MINUTES_MS);
      warned.push(...(await run()).map((line) => /filing-[a-z]+/.exec(line)?.[0]));
    }
    expect(warned).toEqual([0, 0, 0, 0, 'filing-near', 0, 'filing-reached']);
  });
});
