import type { CommandOutput } from './CommandOutput.js';
import type { ExitCode } from './exitCodes.js';

/** What every command is given. */
export interface CommandContext {
  /** The words after the command's name. */
  readonly args: readonly string[];
  readonly output: CommandOutput;
  /** Ends the work when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
}

/** One word of the command line. */
export interface Command {
  /** The words after `huoti`. */
  readonly usage: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** More lines for its own help: what each option takes. */
  readonly details?: readonly string[];
  run(context: CommandContext): Promise<ExitCode>;
}
