import { cropRectOf, cropSizeOf, isSteep, restoreFrameFacts } from '@huoti/core';
import { nameOf, type SentPicture } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * Each picture was announced at the size that its frame's landmarks ask for: the crop is no choice of the client's. What
 * else the frame showed can't be laid around or left out. No picture is taken of a head that is turned far.
 */
export function pictureSizes(pictures: readonly SentPicture[]): CheckOutcome<void> {
  const expected = 'the size of the crop around the traced face';
  for (const picture of pictures) {
    const { traced, entry } = picture;
    const [face] = restoreFrameFacts(traced).observations;
    const rect = face ? cropRectOf(face.landmarks, traced.frameWidthPx, traced.frameHeightPx) : null;
    if (!face || rect === null) return failed(`picture ${nameOf(picture)}: no traced face`, expected);
    if (isSteep(face.pose)) return failed(`picture ${nameOf(picture)}: a head turned too far`, expected);
    const size = cropSizeOf(rect);
    if (size.widthPx !== entry.widthPx || size.heightPx !== entry.heightPx) {
      const got = `${entry.widthPx} x ${entry.heightPx} px`;
      return failed(`picture ${nameOf(picture)}: ${got}`, `${size.widthPx} x ${size.heightPx} px`);
    }
  }
  return held(`${pictures.length} pictures of that size`, expected, undefined);
}
