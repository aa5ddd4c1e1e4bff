import type { PairRow } from './PairRow.js';

/**
 * Puts people into folds of about equally many pairs of the same person. The same table gives the same folds.
 *
 * @returns the fold of each person, from 0
 */
export function splitPeople(rows: readonly PairRow[], folds: number): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const { same, personA, personB } of rows) {
    pairs.set(personA, (pairs.get(personA) ?? 0) + (same ? 1 : 0));
    pairs.set(personB, pairs.get(personB) ?? 0);
  }
  const byCount = [...pairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const loads = Array.from({ length: folds }, () => ({ pairs: 0, people: 0 }));
  return new Map(
    byCount.map(([person, count]) => {
      let lightest = 0;
      loads.forEach((load, fold) => {
        const best = loads[lightest]!;
        if (load.pairs < best.pairs || (load.pairs === best.pairs && load.people < best.people))
          lightest = fold;
      });
      loads[lightest]!.pairs += count;
      loads[lightest]!.people += 1;
      return [person, lightest];
    }),
  );
}
