import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSeededRandom } from '@huoti/core/testing';
import { drawPictures } from './drawPictures.js';

const draw = (counts: readonly number[], seed = 1, stages: readonly number[] = []) =>
  drawPictures({ random: createSeededRandom(seed), counts, stages });

describe('drawPictures', () => {
  it('draws 8 to 12 different ones, one at least from each place where it matters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 6, max: 60 }), { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 0, max: 2 ** 31 }),
        (counts, seed) => {
          const drawn = draw(counts, seed);
          const names = new Set(drawn.map(({ chunk, index }) => `${chunk}-${index}`));
          expect(names.size).toBe(drawn.length);
          expect(drawn.length).toBeGreaterThanOrEqual(8);
          expect(drawn.length).toBeLessThanOrEqual(12);
          for (const [chunk, count] of counts.entries()) {
            const first = chunk === 0 ? Math.floor((count * 2) / 3) : Math.floor(count / 3);
            const own = drawn.filter((one) => one.chunk === chunk);
            expect(own.some(({ index }) => index >= first)).toBe(true);
            expect(own.every(({ index }) => index >= 0 && index < count)).toBe(true);
          }
        },
      ),
    );
  });

  it('draws every eligible picture sooner or later, so that none can be left out safely', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 400; seed += 1) {
      for (const { chunk, index } of draw([9, 9, 9], seed)) seen.add(`${chunk}-${index}`);
    }
    // The last third of chunk 0 and the later two thirds of the others.
    expect(seen.size).toBe(3 + 6 + 6);
  });

  it('draws one from each stage of light, wherever the light stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 12, max: 40 }),
        fc.integer({ min: 0, max: 2 ** 31 }),
        (stageCount, place, count, seed) => {
          const counts = [9, 9, 9, 9, 9].map((other, chunk) => (chunk === place ? count : other));
          const drawn = draw(
            counts,
            seed,
            counts.map((_, chunk) => (chunk === place ? stageCount : 0)),
          );
          const own = drawn.filter(({ chunk }) => chunk === place).map(({ index }) => index);
          for (let stage = 0; stage < stageCount; stage += 1) {
            const first = Math.floor((count * stage) / stageCount);
            const end = Math.floor((count * (stage + 1)) / stageCount);
            expect(own.some((index) => index >= first && index < end)).toBe(true);
          }
          expect(drawn.length).toBeLessThanOrEqual(12);
        },
      ),
    );
  });

  it('asks for none where a chunk has none, or all together are too few', () => {
    expect(draw([9, 0, 9, 9])).toEqual([]);
    expect(draw([0, 9, 9, 9])).toEqual([]);
    expect(draw([3, 2, 2])).toEqual([]);
  });

  it('reaches into the early third of an action where a quick person left little', () => {
    expect(draw([3, 3, 3, 3])).toHaveLength(8);
  });

  it('reaches back before the first action where a slow phone left little of it, and never to where the face came in', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = draw([6, 5], seed);
      expect(drawn).toHaveLength(8);
      expect(drawn.every(({ chunk, index }) => chunk > 0 || index >= 2)).toBe(true);
    }
    // What was committed at 11 frames a second, of one quick turn.
    expect(draw([4, 5])).toHaveLength(8);
    expect(draw([4, 3])).toEqual([]);
  });
});
