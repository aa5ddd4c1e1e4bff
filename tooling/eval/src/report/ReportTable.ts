import type { RowSummary } from './summariseRows.js';

/** One rate as it is committed. */
export interface CommittedRate {
  readonly n: number;
  readonly happened: number;
  readonly ci95: readonly [low: number, high: number];
}

/** The rates that a later run must not be worse than, beyond their intervals. */
export interface ReportTable {
  readonly model: string;
  readonly threshold: number;
  readonly date: string;
  readonly bonaFide: CommittedRate;
  readonly species: Readonly<Record<string, CommittedRate>>;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The committed form of a summary. */
export function reportTable(
  summary: RowSummary,
  { model, threshold, date }: Pick<ReportTable, 'model' | 'threshold' | 'date'>,
): ReportTable {
  const committed = ({ n, happened, ci95: [low, high] }: CommittedRate): CommittedRate => ({
    n,
    happened,
    ci95: [round(low), round(high)],
  });
  return {
    model,
    threshold,
    date,
    bonaFide: committed(summary.bonaFide),
    species: Object.fromEntries(
      Object.entries(summary.species).map(([name, rate]) => [name, committed(rate)]),
    ),
  };
}
