/** One thing that has to work before requests should come. */
export interface ReadinessCheck {
  /** A short word: `database`, `queue`, `signing-key`, `models`. */
  readonly name: string;
  /** Resolves where it works, rejects where it does not; whoever asks waits a limited time. */
  check(): Promise<void>;
}
