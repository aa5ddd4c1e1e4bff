import { fuseSignals, type FusedVerdict, type FusionModel } from '@huoti/core';
import { areaUnderRoc } from '../pairs/rates.js';
import { wilsonInterval } from '../pairs/wilsonInterval.js';
import type { LivenessRow } from './LivenessRow.js';
import type { MeasuredFile } from './MeasuredFile.js';
import { rocOf, type RocPoint } from './rocOf.js';
import { wordsOfVerdict } from './wordsOfVerdict.js';

/** A 95 % interval. */
export type Interval = readonly [low: number, high: number];

/** How well one signal alone tells live from not, over the files in which it was measured. */
export interface SignalScores {
  /** 0.5 is a coin; `null` where one of the labels has no measured file. */
  readonly auc: number | null;
  readonly measured: number;
  readonly unavailable: number;
}

/** What became of one clip. */
export interface JudgedRow {
  readonly file: string;
  readonly label: 'bona-fide' | 'attack';
  readonly species: string;
  readonly accepted: boolean;
  /** The code, and the signals that did most of it. */
  readonly reason: string;
  readonly score: number;
  readonly margin: number;
  /** Log-odds that each signal added. */
  readonly contributions: Readonly<Record<string, number>>;
  readonly signals: Readonly<
    Record<string, { kind: 'measured'; score: number } | { kind: 'unavailable'; reason: string }>
  >;
}

/** Everything that `huoti eval liveness` says. Rates are of clips alone: stills get no verdict. */
export interface LivenessScores {
  readonly bonaFide: {
    readonly n: number;
    readonly rejected: number;
    readonly bpcer: number | null;
    readonly ci95: Interval | null;
  };
  readonly species: Readonly<
    Record<
      string,
      { readonly n: number; readonly accepted: number; readonly apcer: number; readonly ci95: Interval }
    >
  >;
  /** The species of the highest APCER, among equals the one with the fewest rows; `null` without an attack clip. */
  readonly worstSpecies: string | null;
  readonly stills: {
    readonly n: number;
    readonly bonaFide: number;
    /** Of those, pictures without a face. */
    readonly noFace: number;
    readonly signals: Readonly<Record<string, SignalScores & { readonly roc: readonly RocPoint[] }>>;
  };
  /** Over clips; over stills where there is no clip. `over` says which. */
  readonly signals: Readonly<Record<string, SignalScores>>;
  readonly over: 'clips' | 'stills';
  readonly rows: readonly JudgedRow[];
  readonly unreadable: readonly string[];
  readonly threshold: number;
  readonly model: string;
  /** What the intervals are. */
  readonly intervals: string;
}

/** A row and what its file gave. */
export interface MeasuredRow extends LivenessRow {
  readonly isStill: boolean;
  readonly measured: MeasuredFile;
}

/** What {@link scoreLiveness} takes. */
export interface ScoreLivenessOptions {
  readonly rows: readonly MeasuredRow[];
  readonly unreadable: readonly string[];
  readonly model: FusionModel;
}

/**
 * Judges clips by the passive fusion and reports as ISO/IEC 30107-3 does: APCER for each species apart, the worst one, BPCER.
 *
 * @example scoreLiveness({ rows, unreadable: [], model: passiveFusion }).species.print.apcer
 */
export function scoreLiveness({ rows, unreadable, model }: ScoreLivenessOptions): LivenessScores {
  const clips = rows.filter(({ isStill }) => !isStill);
  const stills = rows.filter(({ isStill }) => isStill);
  const judged = clips.map((row) => judge(row, fuseSignals({ readings: row.measured.readings, model })));
  const live = judged.filter(({ label }) => label === 'bona-fide');
  const rejected = live.filter(({ accepted }) => !accepted).length;
  const attacks = judged.filter(({ label }) => label === 'attack');
  const names = [...new Set(attacks.map(({ species }) => species))].sort();
  const species = names.map((name) => {
    const ofSpecies = attacks.filter((one) => one.species === name);
    const accepted = ofSpecies.filter((one) => one.accepted).length;
    const n = ofSpecies.length;
    return { name, n, accepted, apcer: accepted / n, ci95: wilsonInterval(accepted / n, n) };
  });
  const [worst] = [...species].sort((a, b) => b.apcer - a.apcer || b.ci95[1] - a.ci95[1]);
  const over = clips.length > 0 ? clips : stills;
  return {
    bonaFide: {
      n: live.length,
      rejected,
      bpcer: live.length === 0 ? null : rejected / live.length,
      ci95: live.length === 0 ? null : wilsonInterval(rejected / live.length, live.length),
    },
    species: Object.fromEntries(
      species.map(({ name, n, accepted, apcer, ci95 }) => [name, { n, accepted, apcer, ci95 }]),
    ),
    worstSpecies: worst?.name ?? null,
    stills: {
      n: stills.length,
      bonaFide: stills.filter(({ label }) => label === 'bona-fide').length,
      noFace: stills.filter(({ measured }) => measured.framesWithFace === 0).length,
      signals: Object.fromEntries(
        signalNames(stills).map((name) => {
          const { live: liveScores, attack } = scoresOf(stills, name);
          return [name, { ...signalScores(stills, name), roc: rocOf(liveScores, attack) }];
        }),
      ),
    },
    signals: Object.fromEntries(signalNames(over).map((name) => [name, signalScores(over, name)])),
    over: clips.length > 0 ? 'clips' : 'stills',
    rows: judged,
    unreadable,
    threshold: model.threshold,
    model: model.version,
    intervals: 'Wilson, 95 %, each row a trial: rows of one person or source are not independent',
  };
}

function judge({ file, label, species, measured }: MeasuredRow, fused: FusedVerdict): JudgedRow {
  const hasFace = measured.framesWithFace > 0;
  const { verdict, score, margin, contributions } = fused;
  return {
    file,
    label,
    species,
    accepted: verdict === 'present' && hasFace,
    reason: wordsOfVerdict(fused, hasFace),
    score,
    margin,
    contributions,
    signals: Object.fromEntries(
      Object.entries(measured.readings).map(([name, { reading }]) => [
        name,
        reading.kind === 'measured' ? { kind: reading.kind, score: reading.score } : reading,
      ]),
    ),
  };
}

const signalNames = (rows: readonly MeasuredRow[]): string[] =>
  [...new Set(rows.flatMap(({ measured }) => Object.keys(measured.readings)))].sort();

function scoresOf(rows: readonly MeasuredRow[], name: string): { live: number[]; attack: number[] } {
  const [live, attack]: [number[], number[]] = [[], []];
  for (const { label, measured } of rows) {
    const reading = measured.readings[name]?.reading;
    if (reading?.kind === 'measured') (label === 'bona-fide' ? live : attack).push(reading.score);
  }
  return { live, attack };
}

function signalScores(rows: readonly MeasuredRow[], name: string): SignalScores {
  const { live, attack } = scoresOf(rows, name);
  const measured = live.length + attack.length;
  return { auc: areaUnderRoc(live, attack), measured, unavailable: rows.length - measured };
}
