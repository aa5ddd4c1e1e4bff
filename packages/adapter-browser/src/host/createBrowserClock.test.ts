import { describe, expect, it } from '@jest/globals';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { createBrowserClock } from './createBrowserClock.js';

describe('createBrowserClock', () => {
  it('sleeps as long as it is told', async () => {
    const browser = new FakeBrowser();
    const clock = createBrowserClock({ environment: browser.environment });
    const startMs = clock.nowMs();
    const slept = clock.sleep(250);
    await browser.advance(250);
    await slept;
    expect(clock.nowMs() - startMs).toBe(250);
  });

  it('an aborted sleep leaves no timer and no listener', async () => {
    const browser = new FakeBrowser();
    const clock = createBrowserClock({ environment: browser.environment });
    let listeners = 0;
    let abort = (): void => undefined;
    const signal = {
      aborted: false,
      addEventListener: (_type: 'abort', listener: () => void) => {
        listeners += 1;
        abort = listener;
      },
      removeEventListener: () => {
        listeners -= 1;
      },
    };
    const slept = clock.sleep(1000, { signal });
    abort();
    await expect(slept).rejects.toMatchObject({ code: 'ABORTED' });
    expect([listeners, browser.liveResourceCount]).toEqual([0, 0]);
    const whole = clock.sleep(1000, { signal });
    await browser.advance(1000);
    await whole;
    expect(listeners).toBe(0);
  });

  it('a sleep that is aborted beforehand sets no timer', async () => {
    const browser = new FakeBrowser();
    const clock = createBrowserClock({ environment: browser.environment });
    await expect(clock.sleep(1000, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ABORTED',
    });
    expect(browser.liveResourceCount).toBe(0);
  });
});
