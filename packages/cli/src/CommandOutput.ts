/** Where a command writes: data on one stream, everything else on the other. */
export interface CommandOutput {
  /** One line, or one JSON object, of data. */
  data(line: string): void;
  /** One line for a person. */
  note(line: string): void;
  /**
   * How far the work is: a bar on a terminal, plain lines now and then elsewhere.
   *
   * @param share in [0, 1]; `null` where the end is not known
   */
  progress(share: number | null, what: string): void;
  /** Ends the line of a bar that is still open, so that the next prompt has its own; idempotent. */
  finish(): void;
}
