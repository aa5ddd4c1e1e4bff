import type { FusionModel } from '@huoti/core';
import { clusteredInterval, type ClusteredRate } from '../rows/clusteredInterval.js';
import { judgeRow, type JudgedPresentation } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';
import { trialsOf } from '../rows/trialsOf.js';

/** The rates of one set of rows, as ISO/IEC 30107-3 reports them. */
export interface RowSummary {
  /** Live people that were refused; `happened` counts them. */
  readonly bonaFide: ClusteredRate;
  /** The same, footage and drawn people apart; empty where nobody was staged. */
  readonly people: Readonly<Record<string, ClusteredRate>>;
  /** Attacks that were accepted, each species apart. */
  readonly species: Readonly<Record<string, ClusteredRate>>;
  /** The species with the highest upper bound; '' without attacks. */
  readonly worst: string;
  /** Live people that were refused and attacks that were accepted. */
  readonly wrong: readonly JudgedPresentation[];
  readonly judged: readonly JudgedPresentation[];
}

/** Judges rows by a model and counts; intervals are clustered by person, or by source where nobody is named. */
export function summariseRows(rows: readonly Presentation[], model: FusionModel): RowSummary {
  return summariseJudged(rows.map((row) => judgeRow(row, model)));
}

/** The same of rows that were judged already, each perhaps by a model of its own. */
export function summariseJudged(judged: readonly JudgedPresentation[]): RowSummary {
  const live = judged.filter(({ row }) => row.label === 'bona-fide');
  const acts = [...new Set(live.flatMap(({ row }) => row.staged?.act ?? []))].sort();
  const people = acts.map((act): [string, ClusteredRate] => [
    act,
    clusteredInterval(
      trialsOf(
        live.filter(({ row }) => row.staged?.act === act),
        ({ accepted }) => !accepted,
      ),
    ),
  ]);
  const attacks = judged.filter(({ row }) => row.label === 'attack');
  const names = [...new Set(attacks.map(({ row }) => row.species))].sort();
  const species = names.map((name): [string, ClusteredRate] => [
    name,
    clusteredInterval(
      trialsOf(
        attacks.filter(({ row }) => row.species === name),
        ({ accepted }) => accepted,
      ),
    ),
  ]);
  const [worst] = [...species].sort(([, a], [, b]) => b.ci95[1] - a.ci95[1]);
  return {
    bonaFide: clusteredInterval(trialsOf(live, ({ accepted }) => !accepted)),
    people: Object.fromEntries(people),
    species: Object.fromEntries(species),
    worst: worst?.[0] ?? '',
    wrong: judged.filter(({ row, accepted }) => accepted === (row.label === 'attack')),
    judged,
  };
}
