/** Where a command writes: data on one stream, everything else on the other. */
export interface CommandOutput {
  /** One line, or one JSON object, of data. */
  data(line: string): void;
  /** Progress, for a person. */
  note(line: string): void;
  /** Progress that replaces the line before it on a terminal. */
  progress(done: number, total: number | null, what: string): void;
}
