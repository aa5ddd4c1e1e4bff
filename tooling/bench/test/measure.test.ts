import { describe, expect, it } from '@jest/globals';
import { windowAroundFace } from '../src/frames/windowAroundFace.js';
import { isBusy } from '../src/machine/machineFacts.js';
import { inLanes } from '../src/measure/inLanes.js';
import { createProblems } from '../src/measure/createProblems.js';
import { rotated } from '../src/measure/rotated.js';
import { settledGrowth } from '../src/measure/settledGrowth.js';
import { createBench } from '../src/page/createBench.js';
import { readArguments } from '../src/readArguments.js';

describe('measuring', () => {
  it('another engine is first in each round, and none is left out', () => {
    expect([0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
  });

  it('lanes do everything once, so many at a time', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    await inLanes(2, [1, 2, 3, 4, 5], async (item) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now--;
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('an engine that throws is noted, and the run goes on', async () => {
    const problems = createProblems();
    const result = await problems.guard('human', 'start', () => Promise.reject(new TypeError('no wasm')));
    expect(result).toBeNull();
    expect(problems.of('human')).toEqual(['start: no wasm']);
    expect(problems.of('mediapipe')).toEqual([]);
  });

  it('half a core of other work each makes a machine busy', () => {
    expect([isBusy(0.9, 2), isBusy(1.1, 2)]).toEqual([false, true]);
  });
});

describe('settledGrowth', () => {
  // Huoti on the page's thread, in MB after each ten sessions: it fills what it keeps, and keeps it.
  const looks = [254, 299, 343, 386, 413, 414, 416, 413, 415, 414].map((value, at) => ({
    session: (at + 1) * 10,
    value,
  }));

  it('does not take what an engine fills at first for a leak', () => {
    expect(Math.abs(settledGrowth(looks) ?? Infinity)).toBeLessThan(0.1);
  });

  it('says nothing of a run that ended before', () => {
    expect(settledGrowth(looks.slice(0, 6))).toBeNull();
    expect(settledGrowth(looks.map(({ session }) => ({ session, value: null })))).toBeNull();
  });

  it('finds what grows on', () => {
    const leaking = looks.map(({ session, value }) => ({ session, value: value + 2 * session }));
    expect(settledGrowth(leaking)).toBeCloseTo(2, 1);
  });
});

describe('createBench', () => {
  /** A clock that only the engine's work moves: showing a frame takes 1000 ms, which must not be counted. */
  const setUp = (missed = 0) => {
    let nowMs = 0;
    let looks = 0;
    const stamps: number[] = [];
    const bench = createBench<number>({
      createEngine: () => {
        nowMs += 50;
        return Promise.resolve({
          open: () => Promise.resolve(void (nowMs += 100)),
          detect: (_picture, atMs) => {
            stamps.push(atMs);
            nowMs += 10;
            return Promise.resolve(looks++ < missed ? 0 : 478);
          },
          close: () => Promise.resolve(),
          tensors: () => 0,
        });
      },
      keepFrames: () => Promise.resolve(),
      frameCount: () => 3,
      show: (frame) => {
        nowMs += 1000;
        return frame;
      },
      nowMs: () => nowMs,
      breathe: () => Promise.resolve(void (nowMs += 500)),
    });
    return { bench, stamps };
  };

  it('counts code and start into load, and the first frame into the first result', async () => {
    expect(await setUp().bench.start()).toEqual({ loadMs: 150, firstResultMs: 160 });
  });

  it('charges an engine that misses its first frame with the next one', async () => {
    expect((await setUp(1).bench.start()).firstResultMs).toBeGreaterThan(160);
  });

  it('counts nothing of a frame but the engine’s own work, and stamps as a camera does', async () => {
    const { bench, stamps } = setUp();
    await bench.start();
    expect(await bench.block(0, 4)).toEqual({ frameMs: [10, 10, 10, 10], foundCount: 4 });
    expect((stamps[4] ?? 0) - (stamps[3] ?? 0)).toBeCloseTo(33.3, 1);
  });

  it('an engine that never finds a face has no first result', async () => {
    await expect(setUp(1000).bench.start()).rejects.toThrow('no landmarks in 30 frames');
  });
});

describe('windowAroundFace', () => {
  const face = { xPx: 500, yPx: 300, widthPx: 500, heightPx: 600 };
  const options = { widthPx: 2000, heightPx: 2000, face, outputWidthPx: 480, outputHeightPx: 640 };

  it('brings a large face down to 250 px, in its middle', () => {
    expect(windowAroundFace(options)).toEqual({ widthPx: 960, heightPx: 1280, xPx: 270, yPx: 0 });
  });

  it('stays inside a picture that is too small for it, and keeps the proportions', () => {
    const window = windowAroundFace({ ...options, widthPx: 720, heightPx: 1280 });
    expect(window).toMatchObject({ widthPx: 720, heightPx: 960, xPx: 0 });
    expect(window.yPx + window.heightPx).toBeLessThanOrEqual(1280);
  });
});

describe('readArguments', () => {
  it('takes a list of engines, and refuses one that there is not', () => {
    expect(readArguments(['--only', 'human,mediapipe']).only).toEqual(['human', 'mediapipe']);
    expect(() => readArguments(['--only', 'humans'])).toThrow('humans is none of');
  });

  it('measures everything by default', () => {
    expect(readArguments([])).toMatchObject({ quick: false, only: undefined, requireQuiet: false });
  });
});
