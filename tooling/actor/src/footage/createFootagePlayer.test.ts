import { describe, expect, it } from '@jest/globals';
import { yawIndex, eyeOpenness, headPose } from '@huoti/core';
import { createRandom } from '../random/createRandom.js';
import { createPaintedFootage } from '../testing/createPaintedFootage.js';
import { createFootagePlayer } from './createFootagePlayer.js';
import { findPieces } from './findPieces.js';

const footage = createPaintedFootage({
  moves: [
    ['turn-left', 1500],
    ['blink', 4500],
  ],
  lengthMs: 7000,
});
const pieces = findPieces(footage, {
  actions: [
    { action: 'turn-left', startMs: 1500, endMs: 3000 },
    { action: 'blink', startMs: 4500, endMs: 4800 },
  ],
});
const FRAME_MS = 80;

/** Landmarks of every frame until `untilMs`. */
function play(seed: number, prompts: readonly (readonly ['turn-left' | 'blink', number])[], untilMs: number) {
  const player = createFootagePlayer({ footage, pieces, random: createRandom(seed) });
  const out = { data: new Uint8ClampedArray(360 * 480 * 4), widthPx: 360, heightPx: 480 };
  const frames: { atMs: number; landmarks: Float32Array }[] = [];
  for (let atMs = 0; atMs < untilMs; atMs += FRAME_MS) {
    for (const [action, promptMs] of prompts) {
      if (promptMs >= atMs && promptMs < atMs + FRAME_MS) player.perform(action, atMs);
    }
    const landmarks = player.drawAt(atMs, out);
    if (landmarks) frames.push({ atMs, landmarks: landmarks.slice() });
  }
  return { player, frames };
}

describe('footage that does what it is asked', () => {
  it('rests until a prompt, and turns after a human delay', () => {
    const { frames } = play(4, [['turn-left', 3000]], 7000);
    const turned = frames.filter(({ landmarks }) => yawIndex(landmarks) > 0.5);
    expect(turned.length).toBeGreaterThan(2);
    expect(turned[0]?.atMs).toBeGreaterThan(3150);
    expect(turned[0]?.atMs).toBeLessThan(3000 + 900 + 1500);
    expect(
      frames[frames.length - 1] && Math.abs(yawIndex(frames[frames.length - 1]!.landmarks)),
    ).toBeLessThan(0.2);
  });

  it('blinks as often as it is asked to', () => {
    const { frames } = play(
      5,
      [
        ['blink', 1500],
        ['blink', 5000],
      ],
      8000,
    );
    let blinks = 0;
    let shut = false;
    for (const { landmarks } of frames) {
      const now = eyeOpenness(landmarks, headPose(landmarks)).combined < 0.14;
      if (now && !shut) blinks += 1;
      shut = now;
    }
    expect(blinks).toBe(2);
  });

  it('is never cut: no landmark moves farther in a frame than a turning head moves it', () => {
    const fastest = (of: readonly { landmarks: Float32Array }[]): number => {
      let most = 0;
      of.slice(1).forEach(({ landmarks }, at) => {
        const before = of[at]!.landmarks;
        for (const point of [1, 33, 263, 152, 10, 234, 454]) {
          const step = Math.hypot(
            landmarks[point * 3]! - before[point * 3]!,
            landmarks[point * 3 + 1]! - before[point * 3 + 1]!,
          );
          most = Math.max(most, step);
        }
      });
      return most;
    };
    const recorded = Array.from({ length: 75 }, (_, at) => ({ landmarks: footage.landmarks(at * 2)! }));
    for (const seed of [1, 2, 3, 4, 5]) {
      const { frames } = play(
        seed,
        [
          ['turn-left', 2000],
          ['blink', 6000],
        ],
        10_000,
      );
      expect(fastest(frames)).toBeLessThan(1.6 * fastest(recorded));
    }
  });

  it('plays the same for the same seed, and otherwise for another', () => {
    const course = (seed: number) =>
      play(seed, [['turn-left', 2000]], 5000).frames.map(({ landmarks }) => landmarks[3]);
    expect(course(7)).toEqual(course(7));
    expect(course(8)).not.toEqual(course(7));
  });

  it('says how much of its rest was shown before', () => {
    const short = play(1, [], 800).player.reusedShare;
    const long = play(1, [], 40_000).player.reusedShare;
    expect(short).toBeLessThan(0.2);
    expect(long).toBeGreaterThan(0.5);
  });
});
