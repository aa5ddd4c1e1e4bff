import { isHuotiError } from '@huoti/protocol';
import { actionsCommand } from './commands/actionsCommand.js';
import { doctorCommand } from './commands/doctorCommand.js';
import { evalActionsCommand } from './commands/evalActionsCommand.js';
import { landmarksCommand } from './commands/landmarksCommand.js';
import { runCommand } from './commands/runCommand.js';
import type { Command } from './Command.js';
import type { CommandOutput } from './CommandOutput.js';
import { exitCodeOf } from './exitCodeOf.js';
import { EXIT, type ExitCode } from './exitCodes.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  doctor: doctorCommand,
  run: runCommand,
  actions: actionsCommand,
  landmarks: landmarksCommand,
  'eval actions': evalActionsCommand,
};

const help = (): string =>
  [
    'usage: huoti COMMAND ...',
    '',
    ...Object.values(COMMANDS).map(({ usage, summary }) => `  huoti ${usage}\n      ${summary}`),
  ].join('\n');

/**
 * Runs one command line.
 *
 * @param words after `huoti`
 * @returns the exit code; never throws
 * @example process.exitCode = await main(process.argv.slice(2), output, signal);
 */
export async function main(
  words: readonly string[],
  output: CommandOutput,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
    output.data(help());
    return words.length === 0 ? EXIT.usage : EXIT.done;
  }
  const two = COMMANDS[`${words[0]} ${words[1]}`];
  const command = two ?? COMMANDS[words[0] ?? ''];
  if (!command) {
    output.note(
      `huoti: "${words.slice(0, words[0] === 'eval' ? 2 : 1).join(' ')}" is no command; huoti --help lists them`,
    );
    return EXIT.usage;
  }
  try {
    return await command.run({ args: words.slice(two ? 2 : 1), output, signal });
  } catch (error) {
    const code = isHuotiError(error) ? error.code : 'HOST_ERROR';
    const message = error instanceof Error ? error.message : String(error);
    output.note(`huoti: ${code}: ${message.split('\n')[0]}`);
    return exitCodeOf(error);
  }
}
