import { describe, expect, it } from '@jest/globals';
import { createManualClock, frameSourceContract } from '@huoti/core/testing';
import type { Clock } from '@huoti/core';
import { readCanonicalFace } from '../node/readCanonicalFace.js';
import { createPerformance } from '../performance/createPerformance.js';
import { createStage } from '../scenes/createStage.js';
import { createSubjectSource } from './createSubjectSource.js';

const canonicalFace = await readCanonicalFace();
const size = { canonicalFace, widthPx: 48, heightPx: 64, textureSizePx: 64 } as const;
const small = { stage: createStage(size), fps: 20 } as const;
const INTERVAL_MS = 50;

frameSourceContract(
  'the synthetic subject',
  () => {
    const clock = createManualClock();
    const source = createSubjectSource({ ...small, clock });
    return {
      source,
      deliverFrame: () => {
        clock.advanceBy(INTERVAL_MS);
        return Promise.resolve();
      },
      liveResourceCount: () => source.openStreamCount + clock.sleeperCount,
    };
  },
  { describe, it, expect },
  { lacks: ['interrupt', 'holdOpening', 'refuseOpening'] },
);

describe('createSubjectSource', () => {
  it('refuses to be made of nothing', () => {
    expect(() => createSubjectSource({ clock: createManualClock() })).toThrow('canonicalFace');
  });

  it('stamps frames on the clock that was given, one interval apart', async () => {
    const clock = createManualClock({ startMs: 1000 });
    const stream = await createSubjectSource({ ...small, clock }).open();
    const stamps: number[] = [];
    for (let n = 0; n < 3; n++) {
      clock.advanceBy(INTERVAL_MS);
      stamps.push((await stream.nextFrame())?.timestampMs ?? NaN);
    }
    expect(stamps).toEqual([1050, 1100, 1150]);
    await stream.close();
  });

  it('gives no frame before the first interval is over', async () => {
    const clock = createManualClock();
    const stream = await createSubjectSource({ ...small, clock }).open();
    let came = false;
    const pending = stream.nextFrame().then(() => (came = true));
    clock.advanceBy(INTERVAL_MS - 1);
    await Promise.resolve();
    expect(came).toBe(false);
    clock.advanceBy(1);
    await pending;
    await stream.close();
  });

  it('counts the script from the moment it is opened', async () => {
    const clock: Clock = createManualClock({ startMs: 5000 });
    const performance = createPerformance({ script: [{ action: 'nod', atMs: 100 }] });
    const stream = await createSubjectSource({ ...size, clock, performance }).open();
    expect(performance.movements[0]?.startMs).toBeGreaterThan(5100);
    await stream.close();
  });

  it('lights the face in the colour that its screen shows', async () => {
    const clock = createManualClock();
    const source = createSubjectSource({ ...small, clock });
    const stream = await source.open();
    const middle = async (): Promise<number[]> => {
      clock.advanceBy(INTERVAL_MS);
      const frame = await stream.nextFrame();
      const at = (32 * 48 + 24) * 4;
      return Array.from(frame?.data.slice(at, at + 3) ?? []);
    };
    const before = await middle();
    const shown = source.light.show([0, 0, 1]);
    clock.advanceBy(100);
    expect(await shown).toBe(clock.nowMs());
    const lit = await middle();
    expect((lit[2] ?? 0) - (before[2] ?? 0)).toBeGreaterThan(8);
    await source.light.close();
    await stream.close();
  });
});
