import { describe, expect, it } from '@jest/globals';
import { createAbortController } from './createAbortController.js';
import { createMiniProgramClock } from './createMiniProgramClock.js';
import { codeOf } from '../../test/support/codeOf.js';

describe("the mini-program's clock", () => {
  it('counts from 0 and goes on when the phone is set back', () => {
    let epochMs = 1_800_000_000_000;
    const clock = createMiniProgramClock({ epochMs: () => epochMs });
    expect(clock.nowMs()).toBe(0);
    epochMs += 250;
    expect(clock.nowMs()).toBe(250);
    epochMs -= 3_600_000;
    expect(clock.nowMs()).toBe(250);
    epochMs += 40;
    expect(clock.nowMs()).toBe(290);
  });

  it('sleeps, and an abort leaves no timer and no listener', async () => {
    const live = new Set<() => void>();
    const clock = createMiniProgramClock({
      timers: {
        set: (callback) => {
          live.add(callback);
          return callback;
        },
        clear: (handle) => void live.delete(handle as () => void),
      },
    });
    const controller = createAbortController();
    const slept = clock.sleep(10);
    for (const wake of live) wake();
    await slept;
    live.clear();
    const aborted = codeOf(clock.sleep(1_000, { signal: controller.signal }));
    controller.abort('a reason');
    expect(await aborted).toBe('ABORTED');
    expect(live.size).toBe(0);
    expect(await codeOf(clock.sleep(1, { signal: controller.signal }))).toBe('ABORTED');
    expect(live.size).toBe(0);
  });

  it("sleeps on the realm's own timers", async () => {
    const clock = createMiniProgramClock();
    const beganMs = Date.now();
    await clock.sleep(30);
    expect(Date.now() - beganMs).toBeGreaterThanOrEqual(25);
  });
});

describe('the abort controller', () => {
  it('tells its listeners once, with a reason, and those that were taken off not at all', () => {
    const { signal, abort } = createAbortController();
    const told: string[] = [];
    const off = (): void => void told.push('off');
    signal.addEventListener('abort', () => told.push('on'));
    signal.addEventListener('abort', off);
    signal.removeEventListener('abort', off);
    expect(signal.aborted).toBe(false);
    abort('why');
    abort('again');
    expect(signal).toMatchObject({ aborted: true, reason: 'why' });
    expect(told).toEqual(['on']);
  });
});
