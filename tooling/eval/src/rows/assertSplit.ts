import type { Presentation } from './Presentation.js';

/**
 * Nobody and no recording may stand on both sides: numbers are fitted on one and reported on the other.
 *
 * @throws TypeError naming who does
 */
export function assertSplit(rows: readonly Presentation[]): void {
  const parts = new Map<string, string>();
  const check = (what: string, part: string): void => {
    const known = parts.get(what);
    if (known !== undefined && known !== part) throw new TypeError(`${what} stands in train and in test`);
    parts.set(what, part);
  };
  for (const { source, person, part } of rows) {
    check(`source ${source}`, part);
    if (person !== '') check(`person ${person}`, part);
  }
}
