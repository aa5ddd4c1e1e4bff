/** One row of a table of recordings and pictures. */
export interface LivenessRow {
  /** As the table names it. */
  readonly file: string;
  readonly label: 'bona-fide' | 'attack';
  /** The kind of attack; '' for a live person. */
  readonly species: string;
  /** '' where the table has no such column: the command line makes nothing of it. */
  readonly person: string;
  /** `train`, `test` or ''; likewise. */
  readonly part: string;
}
