import { describe, expect, it } from '@jest/globals';
import { weighCommon } from './weighCommon.js';

describe('the common part of three channels', () => {
  const channels = [
    [3, 1],
    [0, 1],
    [0, 1],
  ] as const;

  it('goes, where it counts nothing, and leaves what differs', () => {
    expect(weighCommon(channels, 0)).toEqual([
      [2, 0],
      [-1, 0],
      [-1, 0],
    ]);
  });

  it('stays, where it counts in full', () => {
    expect(weighCommon(channels, 1)).toEqual(channels);
  });

  it('is shrunk in between', () => {
    expect(weighCommon(channels, 0.5)).toEqual([
      [2.5, 0.5],
      [-0.5, 0.5],
      [-0.5, 0.5],
    ]);
  });
});
