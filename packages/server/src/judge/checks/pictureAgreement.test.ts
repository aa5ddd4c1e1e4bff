import { describe, expect, it } from '@jest/globals';
import { pictureAgreement } from './pictureAgreement.js';

const NOTHING = {
  yawRadians: 0,
  pitchRadians: 0,
  rollRadians: 0,
  eyes: 0,
  mouth: 0,
  landmarkWidths: 0,
  colourLevels: 0,
};
const agreement = (...eyes: readonly number[]) =>
  pictureAgreement(
    eyes.map((value, at) => ({ name: `1-${at}`, difference: { ...NOTHING, eyes: value } })),
    'eyes',
    { each: 0.1, median: 0.05 },
  );

describe('agreement of pictures with their trace', () => {
  it('allows a picture as far as the tolerance, where most lie closer', () => {
    expect(agreement(0.1, 0.01, 0.02).pass).toBe(true);
  });

  it('refuses one picture beyond it, and names it', () => {
    expect(agreement(0.02, 0.11, 0.01)).toMatchObject({
      pass: false,
      reason: 'EVIDENCE_INCONSISTENT',
      got: 'picture 1-1 by 0.1100, half within 0.0200',
    });
  });

  it('refuses pictures of which most lie further than half may', () => {
    expect(agreement(0.06, 0.07, 0.01).pass).toBe(false);
  });

  it.each([NaN, Infinity])('refuses what is no distance: %d', (value) => {
    expect(agreement(0.01, value, 0.02).pass).toBe(false);
  });

  it('refuses no picture at all', () => {
    expect(agreement().pass).toBe(false);
  });
});
