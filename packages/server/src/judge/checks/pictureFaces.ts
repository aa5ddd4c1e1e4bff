import type { FaceLandmarker } from '@huoti/core';
import { lookAtPictures } from '../pictures/lookAtPictures.js';
import { nameOf, type DecodedSentPicture, type SeenPicture } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Each picture shows exactly one face. */
export async function pictureFaces(
  pictures: readonly DecodedSentPicture[],
  landmarker: FaceLandmarker,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<CheckOutcome<readonly SeenPicture[]>> {
  const expected = `${pictures.length} pictures with one face each`;
  const frames = pictures.map(({ frame }) => frame);
  const shown = await lookAtPictures(frames, landmarker, options);
  const seen: SeenPicture[] = [];
  for (const [at, picture] of pictures.entries()) {
    const what = shown[at] ?? { kind: 'none' };
    const name = `picture ${nameOf(picture)}`;
    if (what.kind === 'none') return failed(`${name}: no face`, expected, { reason: 'NO_FACE' });
    if (what.kind === 'several') {
      return failed(`${name}: ${what.count} faces`, expected, { reason: 'SEVERAL_FACES' });
    }
    seen.push({ ...picture, face: what.face });
  }
  return held(`${seen.length} pictures with one face each`, expected, seen);
}
