/** What a command works with. */
export interface CommandTools {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One line of the answer, on standard output. */
  print(line: string): void;
  /** One line for the person at the keyboard, on standard error. */
  note(line: string): void;
  /** What is typed or piped in, without the line break: passwords come this way, never as an argument. */
  readSecret(question: string): Promise<string>;
  /** Aborted when the process is told to end. */
  readonly signal: AbortSignal;
}

/** One command of `huoti-server`. */
export interface Command {
  /** For example `keys create`. */
  readonly name: string;
  /** Its arguments, for the help. */
  readonly usage: string;
  readonly help: string;
  /** @throws HuotiError INVALID_ARGUMENT for wrong arguments, and whatever goes wrong */
  run(args: readonly string[], tools: CommandTools): Promise<void>;
}
