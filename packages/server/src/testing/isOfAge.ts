import type { AgeGroup } from '../ports/Store.js';

/** Whether a row's age band, `null` where nobody said, is of a group; every one is of none in particular. */
export function isOfAge(band: string | null, ages: AgeGroup | undefined): boolean {
  return ages === undefined || (band === 'child') === (ages === 'children');
}
