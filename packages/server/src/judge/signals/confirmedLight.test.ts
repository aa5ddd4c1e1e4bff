import { describe, expect, it } from '@jest/globals';
import type { SignalReadings } from '@huoti/core';
import { confirmedLight } from './confirmedLight.js';

const lit = (score: number): SignalReadings => ({
  light: { family: 'light', reading: { kind: 'measured', score, measures: {} } },
});

describe('light that pictures do not show', () => {
  it('speaks for nobody: an answer that was written into the numbers of an unlit face is worth nothing', () => {
    expect(confirmedLight(lit(0.95), false)['light']?.reading).toEqual({
      kind: 'unavailable',
      reason: 'not-in-pictures',
    });
  });

  it('speaks against a person all the same', () => {
    expect(confirmedLight(lit(0.05), false)).toEqual(lit(0.05));
  });

  it('stands where pictures show it', () => {
    expect(confirmedLight(lit(0.95), true)).toEqual(lit(0.95));
  });
});
