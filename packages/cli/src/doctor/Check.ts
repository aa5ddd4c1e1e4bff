/** One thing the machine needs. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** The line that mends it; empty where nothing is to mend. */
  readonly fix: string;
}
