import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../testing/subject/createSubject.js';
import { shapeJump } from './shapeJump.js';

const still = createSubject({ noise: 0 });

describe('shapeJump', () => {
  it('is nothing for a face that is moved, scaled and leant in the picture', () => {
    const { landmarks } = still.observe(0);
    const moved = landmarks.map((_, index) => {
      const point = index - (index % 3);
      const x = landmarks[point] ?? 0;
      const y = landmarks[point + 1] ?? 0;
      if (index % 3 === 0) return 1.3 * (0.98 * x - 0.199 * y) + 40;
      return index % 3 === 1 ? 1.3 * (0.199 * x + 0.98 * y) - 25 : (landmarks[index] ?? 0);
    });
    expect(shapeJump(landmarks, moved)).toBeLessThan(1e-5);
  });

  it('is over 0.02 eye distances between two heads of different breadth', () => {
    const broad = createSubject({ noise: 0, headWidth: 1.15 }).observe(0).landmarks;
    expect(shapeJump(still.observe(0).landmarks, broad)).toBeGreaterThan(0.02);
  });

  it('is 0 for points that all fall together, not an infinity', () => {
    expect(shapeJump(new Float32Array(1434), still.observe(0).landmarks)).toBe(0);
  });
});
