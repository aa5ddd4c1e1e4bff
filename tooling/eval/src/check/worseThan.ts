import type { CommittedRate, ReportTable } from '../report/ReportTable.js';
import type { RowSummary } from '../report/summariseRows.js';

/**
 * Which rates are worse than the committed ones, beyond the upper end of their intervals; one line each, empty where none is. A
 * species that the table does not know counts as worse as soon as one attack is accepted.
 *
 * @param summary of fresh rows, perhaps fewer than the table's
 */
export function worseThan(summary: RowSummary, table: ReportTable): readonly string[] {
  const compare = (what: string, fresh: CommittedRate, committed: CommittedRate | undefined): string[] => {
    if (fresh.n === 0) return [];
    const share = fresh.happened / fresh.n;
    const limit = committed?.ci95[1] ?? 0;
    if (share <= limit) return [];
    return [
      `${what}: ${fresh.happened} of ${fresh.n}, more than the ${limit.toFixed(3)} that the table allows`,
    ];
  };
  return [
    ...compare('live people refused', summary.bonaFide, table.bonaFide),
    ...Object.entries(summary.species).flatMap(([name, rate]) =>
      compare(`${name} accepted`, rate, table.species[name]),
    ),
  ];
}
