import { describe, expect, it } from '@jest/globals';
import { FACE_REGION_NAMES, type FaceRegionName } from '../../frame/faceRegions.js';
import { REGION_SURFACES } from './regionSurfaces.js';
import { screenSharesOf } from './screenSharesOf.js';

const of = (name: FaceRegionName) => REGION_SURFACES[FACE_REGION_NAMES.indexOf(name)]!;

describe('the parts of the canonical face as surfaces', () => {
  it('look outwards, the same on both sides', () => {
    for (const { normal } of REGION_SURFACES) expect(Math.hypot(...normal)).toBeCloseTo(1, 6);
    for (const part of ['Cheek', 'EyeSide'] as const) {
      const left = of(`left${part}`);
      const right = of(`right${part}`);
      expect(left.normal[0]).toBeGreaterThan(0.5);
      expect(right.normal[0]).toBeCloseTo(-left.normal[0], 2);
      expect(right.normal[2]).toBeCloseTo(left.normal[2], 2);
    }
  });

  it('are lit by a screen before them in the order in which they face it and lie near it', () => {
    const shares = screenSharesOf(35);
    const share = (name: FaceRegionName): number => shares[FACE_REGION_NAMES.indexOf(name)]!;
    expect(share('nose')).toBeGreaterThan(share('upperLip'));
    expect(share('upperLip')).toBeGreaterThan(share('leftCheek'));
    expect(share('leftCheek')).toBeGreaterThan(share('leftEyeSide'));
    expect(share('leftEyeSide')).toBeCloseTo(share('rightEyeSide'), 2);
    for (const one of shares) expect(one).toBeLessThanOrEqual(1);
  });
});
