/** One row of a table of pairs. */
export interface PairRow {
  readonly fileA: string;
  readonly fileB: string;
  /** Whether both pictures show the same person. */
  readonly same: boolean;
  /** '' where the table has no such column. */
  readonly category: string;
  readonly personA: string;
  readonly personB: string;
}
