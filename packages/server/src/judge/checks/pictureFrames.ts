import { comparePicture } from '../pictures/comparePicture.js';
import { nameOf, type SeenPicture } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';
import type { NamedDifference } from './pictureAgreement.js';

/** Each picture can be held against the frame that it claims to be cut from. */
export function pictureFrames(pictures: readonly SeenPicture[]): CheckOutcome<readonly NamedDifference[]> {
  const expected = `${pictures.length} pictures of frames with a face`;
  const compared: NamedDifference[] = [];
  for (const picture of pictures) {
    const name = nameOf(picture);
    const difference = comparePicture(picture.traced, picture.face, picture.frame);
    if (difference === null) return failed(`picture ${name}: no face in the trace`, expected);
    compared.push({ name, difference });
  }
  return held(`${compared.length} pictures of frames with a face`, expected, compared);
}
