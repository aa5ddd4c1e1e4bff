import type { PairRow } from './PairRow.js';
import { shareFrom, thresholdAt } from './rates.js';
import { splitPeople } from './splitPeople.js';
import { wilsonInterval } from './wilsonInterval.js';

/** How many groups the people are split into. */
const FOLDS = 5;

/** What is reached on people who took no part in setting the threshold. */
export interface PersonRates {
  readonly folds: number;
  readonly people: number;
  /** Pairs of pictures of different people, every one that the table's pictures give. */
  readonly impostors: number;
  /** By the rate that the thresholds were set for. */
  readonly rates: Readonly<Record<string, PersonRate>>;
}

export interface PersonRate {
  readonly tar: number;
  /** Wilson, with people as trials: pairs of one person are not independent. */
  readonly ci95: readonly [number, number];
  /** What the thresholds let through among people that they were not set on. */
  readonly farReached: number | null;
}

/** What {@link scoreByPerson} takes. */
export interface ScoreByPersonOptions {
  readonly rows: readonly PairRow[];
  /** Of two files; -Infinity where one has no face. */
  readonly scoreOf: (fileA: string, fileB: string) => number;
  /** By name, for example `{ '1e-2': 0.01 }`. */
  readonly fars: Readonly<Record<string, number>>;
}

interface Impostor {
  readonly folds: readonly [number, number];
  readonly score: number;
}

/** Every pair of pictures of different people. */
function crossPairs(
  rows: readonly PairRow[],
  foldOf: ReadonlyMap<string, number>,
  scoreOf: ScoreByPersonOptions['scoreOf'],
): Impostor[] {
  const people = new Map<string, string>();
  for (const { fileA, fileB, personA, personB } of rows) people.set(fileA, personA).set(fileB, personB);
  const files = [...people];
  return files.flatMap(([fileA, personA], index) =>
    files.slice(index + 1).flatMap(([fileB, personB]): Impostor[] => {
      if (personA === personB) return [];
      const folds = [foldOf.get(personA) ?? 0, foldOf.get(personB) ?? 0] as const;
      return [{ folds, score: scoreOf(fileA, fileB) }];
    }),
  );
}

/**
 * Splits the people into five folds. Each fold's pairs are judged by a threshold that was set on pairs of the people of the
 * other folds.
 *
 * @returns `null` where the table does not name the people
 */
export function scoreByPerson({ rows, scoreOf, fars }: ScoreByPersonOptions): PersonRates | null {
  if (rows.some(({ personA, personB }) => personA === '' || personB === '')) return null;
  const foldOf = splitPeople(rows, FOLDS);
  const impostors = crossPairs(rows, foldOf, scoreOf);
  const positives = rows.filter(({ same }) => same);
  const people = new Set(positives.map(({ personA }) => personA)).size;
  const rates: Record<string, PersonRate> = {};
  for (const [name, far] of Object.entries(fars)) {
    const accepted: boolean[] = [];
    const passed: boolean[] = [];
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const others = impostors.filter(({ folds }) => !folds.includes(fold)).map(({ score }) => score);
      const threshold = thresholdAt(others, far);
      if (threshold === null) continue;
      for (const { fileA, fileB, personA } of positives) {
        if (foldOf.get(personA) === fold) accepted.push(scoreOf(fileA, fileB) >= threshold);
      }
      for (const { folds, score } of impostors) {
        if (folds[0] === fold && folds[1] === fold) passed.push(score >= threshold);
      }
    }
    const share = (of: readonly boolean[]): number | null => shareFrom(of.map(Number), 1);
    const tar = share(accepted);
    if (tar !== null && people > 0) {
      rates[name] = { tar, ci95: wilsonInterval(tar, people), farReached: share(passed) };
    }
  }
  return { folds: FOLDS, people: foldOf.size, impostors: impostors.length, rates };
}
