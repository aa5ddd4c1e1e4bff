import { compareOwnTemplates } from '../faces/compareOwnTemplates.js';
import type { FacePicture } from '../faces/FacePicture.js';
import { nameOf } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * One face all the way: every picture is like most of the others. The median over the others, so that neither a single
 * odd picture nor half of another person's drags the rest along.
 */
export function oneFace(
  faces: readonly FacePicture[],
  { leastSimilarity }: { leastSimilarity: number },
): CheckOutcome<void> {
  const expected = `every picture like the others by ${leastSimilarity} or more`;
  let least = { name: 'none', similarity: 1 };
  for (const [at, face] of faces.entries()) {
    const similarities = faces
      .filter((_, other) => other !== at)
      .map(({ template }) => compareOwnTemplates(face.template, template).similarity)
      .sort((a, b) => a - b);
    // The lower one of two middles: half of the pictures of somebody else have to show.
    const similarity = similarities[(similarities.length - 1) >> 1] ?? 0;
    if (similarity < least.similarity) least = { name: nameOf(face), similarity };
  }
  const got = `picture ${least.name} least, by ${least.similarity.toFixed(3)}`;
  if (least.similarity >= leastSimilarity) return held(got, expected, undefined);
  return failed(got, expected, { reason: 'FACE_CHANGED' });
}
