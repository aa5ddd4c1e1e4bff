import { describe, expect, it } from '@jest/globals';
import type { FaceLandmarker, FaceObservation, Frame } from '@huoti/core';
import { createFakeLandmarker, createSubject } from '@huoti/core/testing';
import { lookAtPictures } from './lookAtPictures.js';

const person = createSubject();
const frame = (id: number): Frame => ({
  data: new Uint8ClampedArray(16 * 16 * 4).fill(id),
  widthPx: 16,
  heightPx: 16,
  rotationDegrees: 0,
  mirrored: false,
  timestampMs: 0,
  close: () => undefined,
});
const face = (id: number): FaceObservation => person.observe(id * 100);
const beside = (main: FaceObservation, share: number): FaceObservation => ({
  ...main,
  landmarks: new Float32Array(0),
  box: { ...main.box, widthPx: main.box.widthPx * share },
});

/** A landmarker with a tracker's memory: the detector knows only some pictures, the rest are followed into. */
function tracking(detected: readonly number[], followed: readonly number[] = []): FaceLandmarker {
  let follows = false;
  const fake = createFakeLandmarker({
    detect: ({ data }) => {
      const id = data[0]!;
      follows = detected.includes(id) || (follows && followed.includes(id));
      return follows ? [face(id)] : [];
    },
  });
  return { ...fake, reset: () => (follows = false) };
}

const kinds = async (pictures: readonly Frame[], landmarker: FaceLandmarker): Promise<readonly string[]> =>
  (await lookAtPictures(pictures, landmarker)).map(({ kind }) => kind);

describe('a look at the pictures of a session', () => {
  it('finds the face in each, in order', async () => {
    const shown = await lookAtPictures([frame(1), frame(2)], tracking([1, 2]));
    expect(shown).toEqual([
      { kind: 'one', face: face(1) },
      { kind: 'one', face: face(2) },
    ]);
  });

  it('follows a face from another picture of the session where the detector does not know it, before and after', async () => {
    expect(await kinds([frame(1), frame(2), frame(3)], tracking([2], [1, 3]))).toEqual(['one', 'one', 'one']);
  });

  it('finds nothing where there is nothing, after a bounded number of looks', async () => {
    const fake = createFakeLandmarker({ detect: () => [] });
    const pictures = Array.from({ length: 12 }, (_, at) => frame(at));
    expect(await kinds(pictures, fake)).toEqual(pictures.map(() => 'none'));
    expect(fake.detectCount).toBeLessThanOrEqual(12 * 7);
  });

  it.each([
    [0.5, 'several'],
    [0.3, 'one'],
  ])('counts a second face of %d of the width: %s', async (share, kind) => {
    const fake = createFakeLandmarker({ detect: () => [face(1), beside(face(1), share)] });
    expect(await kinds([frame(1)], fake)).toEqual([kind]);
  });

  it('does not take what only the detector saw for a face', async () => {
    const fake = createFakeLandmarker({ detect: () => [beside(face(1), 1)] });
    expect(await kinds([frame(1)], fake)).toEqual(['none']);
  });
});
