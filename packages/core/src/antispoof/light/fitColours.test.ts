import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { Channels } from './Channels.js';
import { fitColours } from './fitColours.js';

const FRAME_MS = 40;
const FRAMES = 100;
const STAGE_MS = 600;
const GAIN = 0.03;

/** Seven stages of lit and unlit channels. */
const STAGES = [
  [1, 1, 1],
  [0, 0, 1],
  [0, 1, 0],
  [1, 0, 1],
  [0, 0, 0],
  [1, 1, 0],
  [0, 1, 1],
] as const;

const atEachFrame = (value: (channel: 0 | 1 | 2, atMs: number) => number): Channels => {
  const list = (channel: 0 | 1 | 2): number[] => {
    const values = Array.from({ length: FRAMES }, (_one, frame) => value(channel, frame * FRAME_MS));
    const mean = values.reduce((sum, one) => sum + one, 0) / FRAMES;
    return values.map((one) => one - mean);
  };
  return [list(0), list(1), list(2)];
};
const lit = (channel: 0 | 1 | 2, atMs: number): number =>
  STAGES[Math.max(0, Math.floor(atMs / STAGE_MS)) % STAGES.length]![channel];
const coloursAt = (delayMs: number): Channels => atEachFrame((channel, atMs) => lit(channel, atMs - delayMs));

/** A head that turns to and fro: its shading changes by twice the light of the screen, in all channels. */
const shading = (atMs: number): number => 2 * GAIN * Math.sin(atMs / 350);
const answer = (channel: 0 | 1 | 2, atMs: number): number => GAIN * lit(channel, atMs - 100);

describe('the fit of light to colours', () => {
  it('finds an answer and its delay', () => {
    const { correlation, delayMs, commonWeight } = fitColours(atEachFrame(answer), coloursAt);
    expect(correlation).toBeCloseTo(1, 6);
    expect(Math.abs(delayMs - 100)).toBeLessThanOrEqual(FRAME_MS);
    expect(commonWeight).toBeGreaterThan(0);
  });

  it('finds it under a shading that changes all channels alike, by more than the screen does', () => {
    const light = atEachFrame((channel, atMs) => answer(channel, atMs) + shading(atMs));
    const { correlation, delayMs, commonWeight } = fitColours(light, coloursAt);
    expect(commonWeight).toBeLessThan(0.1);
    expect(correlation).toBeGreaterThan(0.95);
    expect(Math.abs(delayMs - 100)).toBeLessThanOrEqual(FRAME_MS);
  });

  it('never has the common part count for more than the differences', () => {
    // Noise of colour alone: its common part is nothing.
    const bytes = createSeededRandom(5).fill(new Uint8Array(FRAMES * 2));
    const light = atEachFrame((channel, atMs) => {
      const at = atMs / FRAME_MS;
      const [one, other] = [bytes[at]! / 1e4, bytes[FRAMES + at]! / 1e4];
      return answer(channel, atMs) + [one, other, -one - other][channel]!;
    });
    expect(fitColours(light, coloursAt).commonWeight).toBe(1);
  });

  it('finds no answer in a shading alone', () => {
    expect(
      fitColours(
        atEachFrame((_channel, atMs) => shading(atMs)),
        coloursAt,
      ).correlation,
    ).toBeLessThan(0.6);
  });

  it('says 0 of a face that does not change, and of colours that do not', () => {
    const still = atEachFrame(() => 1);
    expect(fitColours(still, coloursAt).correlation).toBe(0);
    expect(fitColours(atEachFrame(answer), () => still).correlation).toBe(0);
  });
});
