import type { ClusteredTrial } from './clusteredInterval.js';
import type { JudgedPresentation } from './judgeRow.js';

/** Judged rows as trials that are clustered by person, or by source where nobody is named. */
export const trialsOf = (
  rows: readonly JudgedPresentation[],
  happened: (one: JudgedPresentation) => boolean,
): readonly ClusteredTrial[] =>
  rows.map((one) => ({ source: one.row.person || one.row.source, happened: happened(one) }));
