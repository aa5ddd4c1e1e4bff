import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { HuotiError } from '@huoti/protocol';
import type { BridgeResult } from '@huoti/protocol/bridge';
import { createCameraRig, settle } from '../../test/support/createCameraRig.js';
import type { BridgeLink } from './BridgeLink.js';
import { tellResult } from './tellResult.js';

const RESULT: BridgeResult = { sessionId: 'session-1'.padEnd(22, '0'), ended: 'completed' };

/** A link whose host confirms at the n-th time, or fails with what it is given until then. */
const linkThat = (failures: readonly HuotiError[]) => {
  const asked: unknown[] = [];
  const request = async (_name: string, payload: unknown): Promise<object> => {
    const failure = failures[asked.length];
    asked.push(payload);
    if (failure) throw failure;
    return {};
  };
  return { link: { request } as Pick<BridgeLink, 'request'>, asked };
};
const timeout = (): HuotiError => new HuotiError('BRIDGE_TIMEOUT', 'made for the test', { retryable: true });

describe('tellResult', () => {
  it('a result that is confirmed is told once', async () => {
    const { link, asked } = linkThat([]);
    expect(await tellResult({ link, clock: createManualClock(), result: RESULT })).toBe(true);
    expect(asked).toEqual([RESULT]);
  });

  it('one that is not confirmed is told again after 2 s', async () => {
    const clock = createManualClock();
    const { link, asked } = linkThat([timeout(), timeout()]);
    const told = tellResult({ link, clock, result: RESULT });
    await settle();
    expect(asked.length).toBe(1);
    clock.advanceBy(1999);
    await settle();
    expect(asked.length).toBe(1);
    clock.advanceBy(1);
    await settle();
    clock.advanceBy(2000);
    expect(await told).toBe(true);
    expect(asked.length).toBe(3);
    expect(clock.sleeperCount).toBe(0);
  });

  it('is told five times at most, and says that nobody confirmed it', async () => {
    const clock = createManualClock();
    const { link, asked } = linkThat(Array.from({ length: 9 }, timeout));
    const told = tellResult({ link, clock, result: RESULT });
    for (let at = 0; at < 4; at++) {
      await settle();
      clock.advanceBy(2000);
    }
    // After the fifth nothing is waited for.
    expect(await told).toBe(false);
    expect(asked.length).toBe(5);
    expect(clock.sleeperCount).toBe(0);
  });

  it('a host that will never take it is not asked again', async () => {
    const { link, asked } = linkThat([new HuotiError('HOST_FORBIDS', 'made for the test')]);
    expect(await tellResult({ link, clock: createManualClock(), result: RESULT })).toBe(false);
    expect(asked.length).toBe(1);
  });

  it('an abort between two tries is ABORTED and leaves no timer', async () => {
    const clock = createManualClock();
    const abort = createAbortSource();
    const { link } = linkThat([timeout()]);
    const told = tellResult({ link, clock, result: RESULT, signal: abort.signal });
    await settle();
    abort.abort();
    await expect(told).rejects.toMatchObject({ code: 'ABORTED' });
    expect(clock.sleeperCount).toBe(0);
  });

  it('an app whose confirmations are lost hears of it once, though it is told three times', async () => {
    let lost = 2;
    const heard: BridgeResult[] = [];
    const rig = await createCameraRig({
      host: { onResult: (result) => heard.push(result) },
      carry: (deliver, message, to) => {
        const isConfirmation = to === 'page' && typeof message === 'string' && message.includes('"result"');
        if (isConfirmation && lost > 0) lost -= 1;
        else void Promise.resolve().then(deliver);
      },
    });
    const told = tellResult({ link: rig.link, clock: rig.clock, result: RESULT });
    await rig.pass(14_000);
    expect(await told).toBe(true);
    expect(rig.sent.filter((one) => one === 'request result').length).toBe(3);
    expect(heard).toEqual([RESULT]);
  });
});
