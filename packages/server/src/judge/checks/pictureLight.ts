import { measureRegions } from '@huoti/core';
import { COLOUR_NOT_SEEN, COLOUR_UNITS_PER_LEVEL } from '@huoti/protocol';
import type { SeenPicture } from '../pictures/SeenPicture.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * How far a face's colours have to move in the trace before pictures can be asked to move with them, root mean square in grey
 * levels. Judgement, next to what JPEG and a fresh look at a face may differ by (`PICTURE_TOLERANCES.colourLevels`, median 4.5).
 */
export const LEAST_LIGHT_LEVELS = 4;

/**
 * How much of the trace's movement the pictures show at least, as the slope of the line through both. 1 is all of it; noise in
 * the trace's own numbers lowers it a little. Judgement: a forger who writes light into the numbers of an unlit face has 0.
 */
export const LEAST_LIGHT_SLOPE = 0.6;

/**
 * The screen's light is in the pictures as it is in the trace: where the trace's colours of the face follow the stages, those of
 * the pictures do. Where the trace's colours hardly move, pictures can't tell true light from light that was written into its
 * numbers: that is no fault, and confirms nothing.
 *
 * @param pictures of the frames that the screen lit
 * @returns whether the pictures show the light
 */
export function pictureLight(pictures: readonly SeenPicture[]): CheckOutcome<boolean> {
  const expected = `slope ${LEAST_LIGHT_SLOPE} or more where the trace moves by ${LEAST_LIGHT_LEVELS} levels or more`;
  const pairs = pictures.map(({ traced, frame, face }) => {
    const seen = measureRegions(frame, face).face;
    return Array.from(traced.faceColours, (stored, at): [number, number] => [
      stored === COLOUR_NOT_SEEN ? NaN : stored / COLOUR_UNITS_PER_LEVEL,
      seen[at] ?? NaN,
    ]);
  });
  let along = 0;
  let across = 0;
  let count = 0;
  // Each region and channel moves around its own mean: where a face is dark does not matter.
  for (let at = 0; at < (pairs[0]?.length ?? 0); at++) {
    const both = pairs.map((one) => one[at]!).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
    if (both.length < 3) continue;
    const meanTraced = both.reduce((sum, [a]) => sum + a, 0) / both.length;
    const meanSeen = both.reduce((sum, [, b]) => sum + b, 0) / both.length;
    for (const [a, b] of both) {
      along += (a - meanTraced) ** 2;
      across += (a - meanTraced) * (b - meanSeen);
      count += 1;
    }
  }
  const moved = count === 0 ? 0 : Math.sqrt(along / count);
  const slope = along === 0 ? 0 : across / along;
  const got = `${pictures.length} lit pictures, trace moves by ${moved.toFixed(1)} levels, slope ${slope.toFixed(2)}`;
  if (moved < LEAST_LIGHT_LEVELS) return held(got, expected, false);
  return slope >= LEAST_LIGHT_SLOPE ? held(got, expected, true) : failed(got, expected);
}
