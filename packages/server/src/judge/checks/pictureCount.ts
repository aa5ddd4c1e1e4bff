import { MAX_ASKED_PICTURES, type PictureReference } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Fewest pictures that a face is recomputed from (protocol: 8 to 12). */
export const FEWEST_PICTURES = 8;

/** Enough pictures were committed for the server to ask for some. Numbers alone are not worth what pictures are. */
export function pictureCount(requested: readonly PictureReference[]): CheckOutcome<void> {
  const got = `${requested.length} asked for`;
  const expected = `${FEWEST_PICTURES} to ${MAX_ASKED_PICTURES} asked for`;
  const enough = requested.length >= FEWEST_PICTURES && requested.length <= MAX_ASKED_PICTURES;
  return enough ? held(got, expected, undefined) : failed(got, expected, { reason: 'SIGNALS_INSUFFICIENT' });
}
