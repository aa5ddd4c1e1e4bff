import { nameOf, type DecodedSentPicture, type SeenPicture } from '../pictures/SeenPicture.js';
import type { LookAtPicture } from '../pictures/createPictureLook.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Each picture shows exactly one face. */
export async function pictureFaces(
  pictures: readonly DecodedSentPicture[],
  look: LookAtPicture,
): Promise<CheckOutcome<readonly SeenPicture[]>> {
  const expected = `${pictures.length} pictures with one face each`;
  const seen: SeenPicture[] = [];
  for (const picture of pictures) {
    const shown = await look(picture.frame);
    if (shown.kind === 'none') {
      return failed(`picture ${nameOf(picture)}: no face`, expected, { reason: 'NO_FACE' });
    }
    if (shown.kind === 'several') {
      return failed(`picture ${nameOf(picture)}: ${shown.count} faces`, expected, {
        reason: 'SEVERAL_FACES',
      });
    }
    seen.push({ ...picture, face: shown.face });
  }
  return held(`${seen.length} pictures with one face each`, expected, seen);
}
