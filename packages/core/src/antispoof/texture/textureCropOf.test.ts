import { describe, expect, it } from '@jest/globals';
import { cropFace } from '../../frame/cropFace.js';
import { paintFrame } from '../../testing/paintedFrame.js';
import { createSubject } from '../../testing/subject/createSubject.js';
import { textureCropOf } from './textureCropOf.js';

const near = createSubject({ noise: 0 }).observe(0);

describe('textureCropOf', () => {
  it.each([
    ['a far face, whose crop keeps its size', 0.5],
    ['a near face, whose crop is made smaller', 1],
  ])('is, px by px, the picture that leaves a device: %s', (_name, scale) => {
    const landmarks = near.landmarks.map((value) => value * scale);
    const face = { ...near, landmarks };
    const frame = paintFrame(face, { skin: (x, y) => [(x * 7) % 256, (y * 5) % 256, (x * y) % 256] });
    const crop = textureCropOf(frame, face);
    const leaves = cropFace(frame, face, []);
    expect(crop?.widthPx).toBe(leaves?.widthPx);
    expect(crop?.heightPx).toBe(leaves?.heightPx);
    expect((crop?.heightPx ?? NaN) === 320).toBe(scale === 1);
    expect(Buffer.from(crop?.data ?? []).equals(Buffer.from(leaves?.data ?? [1]))).toBe(true);
  });

  it('is nothing without landmarks', () => {
    expect(textureCropOf(paintFrame(near), { ...near, landmarks: new Float32Array(0) })).toBeNull();
  });
});
