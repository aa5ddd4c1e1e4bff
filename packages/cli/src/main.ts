import { isHuotiError } from '@huoti/protocol';
import type { Command } from './Command.js';
import { commands } from './commands.js';
import type { CommandOutput } from './CommandOutput.js';
import { exitCodeOf } from './exitCodeOf.js';
import { EXIT, type ExitCode } from './exitCodes.js';
import { commandHelp, helpText } from './helpText.js';
import { readVersion } from './readVersion.js';

const asksForHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

/** The command that the words begin with, and the words after it. */
function findCommand(words: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const count of [2, 1]) {
    const command = words.length < count ? undefined : commands.get(words.slice(0, count).join(' '));
    if (command) return { command, args: words.slice(count) };
  }
  return null;
}

/** Says what a wrong first word could have been. */
function unknownCommand(words: readonly string[]): string {
  const first = words[0] ?? '';
  if (first.startsWith('-')) return `there is no option ${first}; huoti --help lists what there is`;
  const family = [...commands.keys()].filter((name) => name.startsWith(`${first} `));
  if (family.length > 0)
    return `"${words.slice(0, 2).join(' ')}" is no command; did you mean ${family.join(', ')}?`;
  return `"${first}" is no command; use one of ${[...commands.keys()].join(', ')}`;
}

/**
 * Runs one command line.
 *
 * @param words after `huoti`
 * @param signal ends the work early; the code is then `EXIT.interrupted`
 * @returns the exit code; never throws
 * @example process.exitCode = await main(process.argv.slice(2), output, signal);
 */
export async function main(
  words: readonly string[],
  output: CommandOutput,
  signal: AbortSignal,
): Promise<ExitCode> {
  const [first] = words;
  try {
    if (first === undefined) {
      output.note(helpText());
      return EXIT.usage;
    }
    if (asksForHelp(first) || first === 'help') {
      output.data(helpText());
      return EXIT.done;
    }
    if (first === '--version' || first === '-V') {
      output.data(await readVersion());
      return EXIT.done;
    }
    const found = findCommand(words);
    if (!found) {
      output.note(`huoti: ${unknownCommand(words)}`);
      return EXIT.usage;
    }
    if (found.args.some(asksForHelp)) {
      output.data(commandHelp(found.command));
      return EXIT.done;
    }
    return await found.command.run({ args: found.args, output, signal });
  } catch (error) {
    // Whatever breaks while we are told to stop breaks because of it: a Ctrl-C reaches ffmpeg, too.
    if (signal.aborted) {
      output.note('huoti: interrupted');
      return EXIT.interrupted;
    }
    const code = isHuotiError(error) ? error.code : 'HOST_ERROR';
    const message = error instanceof Error ? error.message : String(error);
    output.note(`huoti: ${code}: ${message.split('\n')[0]}`);
    return exitCodeOf(error);
  } finally {
    output.finish();
  }
}
