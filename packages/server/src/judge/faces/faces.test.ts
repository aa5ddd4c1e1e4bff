import { describe, expect, it } from '@jest/globals';
import { createSubject } from '@huoti/core/testing';
import { compareTemplates, type FaceTemplate } from '@huoti/embedder';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { oneFace } from '../checks/oneFace.js';
import { playEvidence } from '../../testing/evidence/playEvidence.js';
import type { FacePicture } from './FacePicture.js';
import { meanOfGoodFaces } from './meanOfGoodFaces.js';

const { played } = playEvidence();
const subject = createSubject();
subject.perform('turn-left', 1000);
subject.perform('blink', 6000);

/** A picture of whom the template is, as the subject is at a time. */
function pictureOf(template: FaceTemplate, index: number, atMs = 0): FacePicture {
  const face = subject.observe(atMs);
  const traced = played.traces[0]!.frames[0]!;
  const still = { rotationDegrees: 0, mirrored: false, timestampMs: 0, close: () => undefined } as const;
  return {
    reference: { chunk: 0, index },
    entry: { frameIndex: 0, sha256: new Uint8Array(32), widthPx: 1, heightPx: 1 },
    traced,
    file: new Uint8Array(0),
    frame: { data: new Uint8ClampedArray(4), widthPx: 1, heightPx: 1, ...still },
    face,
    template,
  };
}
const of = (person: string, index: number): FacePicture =>
  pictureOf(syntheticTemplate(person, { noise: 0.2, variant: index }), index);
const people = (...counts: readonly number[]): readonly FacePicture[] =>
  counts.flatMap((count, person) =>
    Array.from({ length: count }, (_, at) => of(`p${person}`, person * 20 + at)),
  );

describe('one face all the way', () => {
  it.each([[[10]], [[8]], [[2]]])('holds for pictures of one person: %j', (counts) => {
    expect(oneFace(people(...counts), { leastSimilarity: 0.5 }).pass).toBe(true);
  });

  it.each([[[9, 1]], [[1, 9]], [[7, 3]], [[5, 5]], [[6, 6]], [[1, 1]], [[4, 4, 4]]])(
    'does not hold for several people: %j pictures',
    (counts) => {
      expect(oneFace(people(...counts), { leastSimilarity: 0.5 })).toMatchObject({
        pass: false,
        reason: 'FACE_CHANGED',
      });
    },
  );

  it('tells a picture and a number, and nothing of the face', () => {
    expect(oneFace(people(9, 1), { leastSimilarity: 0.5 }).got).toMatch(/^picture 0-\d+ least, by 0\.\d{3}$/);
  });
});

describe('the mean of the good faces', () => {
  const anna = syntheticTemplate('anna');
  const likeness = (faces: readonly FacePicture[]): number =>
    compareTemplates(meanOfGoodFaces(faces), anna).similarity;

  it('leaves out turned heads and closed eyes, whatever their templates say', () => {
    const good = [0, 1, 2, 3].map((index) => pictureOf(anna, index, index * 10));
    const turnedMs = [1400, 1600, 1800, 2000].find((atMs) => subject.truth(atMs).yawRadians > 0.5)!;
    const closedMs = Array.from({ length: 100 }, (_, at) => 6000 + at * 10).find(
      (atMs) => subject.truth(atMs).leftLid > 0.95,
    )!;
    const odd = syntheticTemplate('berta');
    const faces = [...good, pictureOf(odd, 4, turnedMs), pictureOf(odd, 5, closedMs)];
    expect(likeness(faces)).toBeCloseTo(likeness(good), 6);
  });

  it('takes the best of what there is where too few are good', () => {
    const turnedMs = [1400, 1600, 1800, 2000].find((atMs) => subject.truth(atMs).yawRadians > 0.5)!;
    expect(likeness([pictureOf(anna, 0, turnedMs)])).toBeGreaterThan(0.9);
  });
});
