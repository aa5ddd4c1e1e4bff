import type { PairRow } from './PairRow.js';
import { areaUnderRoc, equalErrorRate, shareFrom, thresholdAt } from './rates.js';
import { scoreByPerson, type PersonRates } from './scoreByPerson.js';
import { wilsonInterval } from './wilsonInterval.js';

/** The rates of false acceptance that are reported, where there are pairs enough. */
const FARS = { '1e-2': 0.01, '1e-3': 0.001 } as const;

type FarName = keyof typeof FARS;

/** A share and its 95 % interval. */
export interface Rate {
  readonly n: number;
  readonly share: number;
  readonly ci95: readonly [number, number];
}

/** One headline. */
export interface PairRates {
  readonly n: number;
  readonly same: number;
  readonly auc: number | null;
  readonly eer: number | null;
  /** `null` where there are too few pairs of different people for that rate. */
  readonly tarAtFar: Readonly<Record<FarName, number | null>>;
}

/** Everything that `huoti eval pairs` says of a model. */
export interface PairScores extends PairRates {
  /** Of similarity: what `huoti compare` decides by. */
  readonly threshold: number;
  readonly noFace: readonly string[];
  readonly model: string;
  /** Pairs of different people, which the thresholds of `tarAtFar` rest on. */
  readonly impostors: number;
  readonly thresholdsAtFar: Readonly<Record<FarName, number | null>>;
  /** Of `tarAtFar`: Wilson, with people as trials where the table names them, else with pairs. */
  readonly ci95: Readonly<Record<FarName, readonly [number, number] | null>>;
  /** What `huoti compare` would answer. */
  readonly atThreshold: { readonly tar: Rate | null; readonly far: Rate | null };
  /** Only pairs in which both pictures have a face. */
  readonly twoFaces: PairRates;
  /** Pairs of the same person by category, at the threshold of FAR 1e-2. */
  readonly categories: Readonly<Record<string, Rate>>;
  readonly byPerson: PersonRates | null;
  /** Pairs that `huoti compare` would get wrong, a missing face included. */
  readonly wrong: readonly WrongPair[];
}

export interface WrongPair {
  readonly fileA: string;
  readonly fileB: string;
  readonly same: boolean;
  readonly category: string;
  readonly similarity: number | null;
}

/** What {@link scorePairs} takes. */
export interface ScorePairsOptions {
  readonly rows: readonly PairRow[];
  /** In [0, 1]; `null` where one of the files has no face. */
  readonly similarityOf: (fileA: string, fileB: string) => number | null;
  readonly noFace: readonly string[];
  readonly threshold: number;
  readonly model: string;
}

interface ScoredRow extends PairRow {
  readonly similarity: number | null;
  readonly score: number;
}

const scoresOf = (rows: readonly ScoredRow[], same: boolean): number[] =>
  rows.filter((row) => row.same === same).map(({ score }) => score);

function byFar<T>(of: (far: number, name: FarName) => T): Readonly<Record<FarName, T>> {
  return { '1e-2': of(FARS['1e-2'], '1e-2'), '1e-3': of(FARS['1e-3'], '1e-3') };
}

function ratesOf(rows: readonly ScoredRow[]): PairRates {
  const [same, different] = [scoresOf(rows, true), scoresOf(rows, false)];
  return {
    n: rows.length,
    same: same.length,
    auc: areaUnderRoc(same, different),
    eer: equalErrorRate(same, different),
    tarAtFar: byFar((far) => {
      const threshold = thresholdAt(different, far);
      return threshold === null ? null : shareFrom(same, threshold);
    }),
  };
}

function rateOf(scores: readonly number[], threshold: number): Rate | null {
  const share = shareFrom(scores, threshold);
  return share === null ? null : { n: scores.length, share, ci95: wilsonInterval(share, scores.length) };
}

/**
 * Scores a table of pairs. A pair without a found face counts as a non-match in the headline.
 *
 * @example scorePairs({ rows, similarityOf, noFace, threshold: 0.5, model: 'fusion@1' }).tarAtFar['1e-2']
 */
export function scorePairs({ rows, similarityOf, noFace, threshold, model }: ScorePairsOptions): PairScores {
  const scored = rows.map((row): ScoredRow => {
    const similarity = similarityOf(row.fileA, row.fileB);
    return { ...row, similarity, score: similarity ?? -Infinity };
  });
  const [same, different] = [scoresOf(scored, true), scoresOf(scored, false)];
  const headline = ratesOf(scored);
  const thresholdsAtFar = byFar((far) => thresholdAt(different, far));
  const people = new Set(rows.filter((row) => row.same && row.personA !== '').map(({ personA }) => personA))
    .size;
  const atStrict = thresholdsAtFar['1e-2'] ?? threshold;
  const names = [...new Set(rows.filter((row) => row.same).map(({ category }) => category))];
  const categories = names.flatMap((name): [string, Rate][] => {
    const rate = rateOf(
      scoresOf(
        scored.filter(({ category }) => category === name),
        true,
      ),
      atStrict,
    );
    return rate && name !== '' ? [[name, rate]] : [];
  });
  return {
    ...headline,
    threshold,
    noFace,
    model,
    impostors: different.length,
    thresholdsAtFar,
    ci95: byFar((_far, name) => {
      const tar = headline.tarAtFar[name];
      return tar === null ? null : wilsonInterval(tar, people > 0 ? people : same.length);
    }),
    atThreshold: { tar: rateOf(same, threshold), far: rateOf(different, threshold) },
    twoFaces: ratesOf(scored.filter(({ similarity }) => similarity !== null)),
    categories: Object.fromEntries(categories),
    byPerson: scoreByPerson({
      rows,
      scoreOf: (fileA, fileB) => similarityOf(fileA, fileB) ?? -Infinity,
      fars: FARS,
    }),
    wrong: scored
      .filter((row) => row.same !== row.score >= threshold)
      .map(({ fileA, fileB, same: isSame, category, similarity }) => ({
        fileA,
        fileB,
        same: isSame,
        category,
        similarity,
      })),
  };
}
