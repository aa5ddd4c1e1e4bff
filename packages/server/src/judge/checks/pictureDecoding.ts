import { MAX_PICTURE_SIDE_PX } from '@huoti/protocol';
import type { PictureDecoder } from '../../pictures/PictureDecoder.js';
import { nameOf, type DecodedSentPicture, type SentPicture } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Every file is a whole JPEG of the size that its chunk says. */
export async function pictureDecoding(
  pictures: readonly SentPicture[],
  decoder: PictureDecoder,
): Promise<CheckOutcome<readonly DecodedSentPicture[]>> {
  const expected = `${pictures.length} JPEGs of their committed sizes`;
  const decoded: DecodedSentPicture[] = [];
  for (const sent of pictures) {
    const result = await decoder.decode(sent.file, { maxSidePx: MAX_PICTURE_SIDE_PX });
    if (!result.ok) return failed(`picture ${nameOf(sent)}: ${result.why}`, expected);
    const { picture } = result;
    if (picture.widthPx !== sent.entry.widthPx || picture.heightPx !== sent.entry.heightPx) {
      return failed(`picture ${nameOf(sent)}: ${picture.widthPx} x ${picture.heightPx} px`, expected);
    }
    const { timestampMs } = sent.traced;
    const still = { rotationDegrees: 0, mirrored: false, timestampMs, close: () => undefined } as const;
    decoded.push({ ...sent, frame: { ...picture, ...still } });
  }
  return held(`${decoded.length} JPEGs`, expected, decoded);
}
