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
  readonly usage: string;
  readonly summary: string;
  run(context: CommandContext): Promise<ExitCode>;
}
