import { describe, expect, it } from '@jest/globals';
import { isSamePlace } from './facePosition.js';

const at = (xPx: number) => ({ xPx, yPx: 100, widthPx: 100, heightPx: 120 });

describe('isSamePlace', () => {
  it('lets a face lean by its own width in a quarter of a second', () => {
    expect(isSamePlace(at(0), at(100), 250)).toBe(true);
  });

  it('does not let a face cross two widths between two frames', () => {
    expect(isSamePlace(at(0), at(200), 33)).toBe(false);
  });

  it('does not take landmark noise at a high rate for a jump', () => {
    expect(isSamePlace(at(0), at(40), 8)).toBe(true);
  });
});
