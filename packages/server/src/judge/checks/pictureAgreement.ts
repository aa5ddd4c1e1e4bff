import type { PictureDifference } from '../pictures/comparePicture.js';
import type { PictureTolerance } from '../pictures/pictureTolerances.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** A picture's name and how far it lies from the trace. */
export interface NamedDifference {
  readonly name: string;
  readonly difference: PictureDifference;
}

/**
 * In one regard, the pictures show what the trace says: none lies beyond what JPEG, scaling and a fresh look at a single
 * picture explain, and half of them lie well below it.
 */
export function pictureAgreement(
  differences: readonly NamedDifference[],
  measure: keyof PictureDifference,
  { each, median }: PictureTolerance,
): CheckOutcome<void> {
  const expected = `each within ${each}, half within ${median}`;
  // A difference that is no number lies beyond every tolerance.
  const values = differences.map(({ name, difference }) => {
    const value = difference[measure];
    return { name, value: Number.isFinite(value) ? value : Infinity };
  });
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const widest = sorted[sorted.length - 1];
  const middle = sorted[sorted.length >> 1];
  if (!widest || !middle) return failed('no picture', expected);
  const got = `picture ${widest.name} by ${widest.value.toFixed(4)}, half within ${middle.value.toFixed(4)}`;
  return widest.value <= each && middle.value <= median
    ? held(got, expected, undefined)
    : failed(got, expected);
}
