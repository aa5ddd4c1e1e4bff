import { describe, expect, it } from '@jest/globals';
import { createPaintedFootage } from '../testing/createPaintedFootage.js';
import { findPieces } from './findPieces.js';

const label = (action: 'blink' | 'turn-left' | 'mouth-open', startMs: number, endMs: number) => ({
  action,
  startMs,
  endMs,
});

describe('a recording is cut into pieces', () => {
  it('from rest to rest, around the movement that the label names', () => {
    const footage = createPaintedFootage({ moves: [['turn-left', 2000]], lengthMs: 6000 });
    const { actions, measures, rest, leftOut } = findPieces(footage, {
      actions: [label('turn-left', 2000, 3500)],
    });
    expect(leftOut).toEqual([]);
    const [piece] = actions;
    const yaws = (piece?.frames ?? []).map((frame) => measures[frame]?.yaw ?? NaN);
    expect(Math.max(...yaws)).toBeGreaterThan(0.5);
    expect(Math.abs((yaws[0] ?? NaN) - (rest?.yaw ?? NaN))).toBeLessThan(0.15);
    expect(Math.abs((yaws[yaws.length - 1] ?? NaN) - (rest?.yaw ?? NaN))).toBeLessThan(0.15);
    expect(piece?.mirroredInTime).toBe(false);
  });

  it('played back the way it came where the recording ends in the middle', () => {
    const footage = createPaintedFootage({ moves: [['turn-left', 2000]], lengthMs: 2900 });
    const { actions } = findPieces(footage, { actions: [label('turn-left', 2000, 3000)] });
    const frames = actions[0]?.frames ?? [];
    expect(actions[0]?.mirroredInTime).toBe(true);
    expect(frames[frames.length - 1]).toBe(frames[0]);
  });

  it('not where the recording does not show what its label says', () => {
    const footage = createPaintedFootage({ moves: [['turn-left', 2000]], lengthMs: 6000 });
    const { actions, leftOut } = findPieces(footage, {
      actions: [label('mouth-open', 2000, 3500), label('blink', 4500, 4800)],
    });
    expect(actions).toEqual([]);
    expect(leftOut.map(({ action }) => action)).toEqual(['mouth-open', 'blink']);
    expect(leftOut[0]?.why).toMatch(/reaches 0\.\d\d of the mouth-open/);
  });

  it('with the stretches of rest before and after, and nothing of the turn in them', () => {
    const footage = createPaintedFootage({ moves: [['turn-left', 2000]], lengthMs: 6000 });
    const { neutral, measures } = findPieces(footage, { actions: [] });
    expect(neutral).toHaveLength(2);
    for (const [first, last] of neutral) {
      for (let frame = first; frame <= last; frame++) {
        expect(Math.abs(measures[frame]?.yaw ?? NaN)).toBeLessThan(0.2);
      }
    }
  });
});
