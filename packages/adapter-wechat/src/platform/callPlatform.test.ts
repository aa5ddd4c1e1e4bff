import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { callPlatform } from './callPlatform.js';

describe('a call of the platform', () => {
  it('gives the first answer and leaves no timer, whatever comes later', async () => {
    const clock = createManualClock();
    const answer = await callPlatform<number>(
      'x',
      ({ success, fail }) => {
        success(1);
        fail({ errMsg: 'x:fail' });
        success(2);
      },
      { clock },
    );
    expect(answer).toBe(1);
    await settle();
    expect(clock.sleeperCount).toBe(0);
  });

  it('that throws is folded like one that fails', async () => {
    const clock = createManualClock();
    const call = callPlatform(
      'x',
      () => {
        throw new TypeError('auth deny');
      },
      { clock },
    );
    expect(await codeOf(call)).toBe('CAMERA_PERMISSION_DENIED');
    expect(clock.sleeperCount).toBe(0);
  });

  it('that never answers is HOST_ERROR, retryable, when its time is up', async () => {
    const clock = createManualClock();
    const call = callPlatform('x', () => undefined, { clock, limitMs: 800 }).catch((error: unknown) => error);
    await settle();
    clock.advanceBy(800);
    expect(await call).toMatchObject({ code: 'HOST_ERROR', retryable: true });
  });

  it('that answers by a promise is answered', async () => {
    const clock = createManualClock();
    expect(await callPlatform('x', () => Promise.resolve(7), { clock })).toBe(7);
    const failing = callPlatform('x', () => Promise.reject(new TypeError('user deny')), { clock });
    expect(await codeOf(failing)).toBe('CAMERA_PERMISSION_DENIED');
  });

  it('is not made after an abort, and an abort ends its wait without a timer or listener', async () => {
    const clock = createManualClock();
    const abort = createAbortSource();
    let made = 0;
    const call = codeOf(callPlatform('x', () => (made += 1), { clock, signal: abort.signal }));
    await settle();
    abort.abort();
    expect(await call).toBe('ABORTED');
    expect(clock.sleeperCount).toBe(0);
    expect(await codeOf(callPlatform('x', () => (made += 1), { clock, signal: abort.signal }))).toBe(
      'ABORTED',
    );
    expect(made).toBe(1);
  });
});
