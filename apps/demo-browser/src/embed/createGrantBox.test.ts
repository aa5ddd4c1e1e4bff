import { describe, expect, it } from '@jest/globals';
import { createBrowserClock } from '@huoti/adapter-browser';
import { createGrantBox } from './createGrantBox.js';

const grant = (sessionId: string) => ({ sessionId, clientToken: 't'.repeat(43) });

/** A clock whose waits end when the test says so. */
function createTestClock() {
  let wake: () => void = () => undefined;
  const environment = {
    nowMs: () => 0,
    setTimer: (work: () => void) => {
      wake = work;
      return 1;
    },
    clearTimer: () => undefined,
  };
  return { clock: createBrowserClock({ environment }), wake: () => wake() };
}

function open() {
  const { clock, wake } = createTestClock();
  let asked = 0;
  return { box: createGrantBox({ clock, ask: () => (asked += 1) }), wake, asked: () => asked };
}
const { signal } = new AbortController();

describe('grants of an app', () => {
  it('are not waited for in an app that never gave one', async () => {
    const { box, asked } = open();
    expect(await box.take(signal)).toBeNull();
    expect(asked()).toBe(0);
  });

  it('are each good for one try; for the next one the app is asked', async () => {
    const { box, asked } = open();
    box.put(grant('first'));
    expect(await box.take(signal)).toEqual(grant('first'));
    const second = box.take(signal);
    expect([asked(), box.isAwaited]).toEqual([1, true]);
    box.put(grant('second'));
    expect(await second).toEqual(grant('second'));
    expect(box.isAwaited).toBe(false);
  });

  it('that do not come end the try, and the person may try again', async () => {
    const { box, wake } = open();
    box.put(grant('first'));
    await box.take(signal);
    const second = box.take(signal);
    wake();
    await expect(second).rejects.toMatchObject({ code: 'BRIDGE_TIMEOUT', retryable: true });
  });

  it('are not lost to a try that was given up', async () => {
    const { box } = open();
    box.put(grant('first'));
    await box.take(signal);
    const abort = new AbortController();
    const second = box.take(abort.signal);
    abort.abort();
    await expect(second).rejects.toMatchObject({ code: 'ABORTED' });
    box.put(grant('third'));
    expect(await box.take(signal)).toEqual(grant('third'));
  });
});
