import { isHuotiError } from '@huoti/protocol';
import { readVersion } from '../readVersion.js';
import type { Command, CommandTools } from './Command.js';
import { keyCommands } from './keyCommands.js';
import { operatorCommands } from './operatorCommands.js';
import { rightsCommands } from './rightsCommands.js';
import { serviceCommands } from './serviceCommands.js';
import { upkeepCommands } from './upkeepCommands.js';

const COMMANDS: readonly Command[] = [
  ...serviceCommands,
  ...upkeepCommands,
  ...keyCommands,
  ...operatorCommands,
  ...rightsCommands,
];

/** Exit codes: done; something failed; it was called wrongly. */
const EXIT = { done: 0, failed: 1, usage: 2 } as const;

function helpText(): string {
  const lines = COMMANDS.map(({ name, usage, help }) => `  ${`${name} ${usage}`.trim()}\n      ${help}`);
  return [
    'huoti-server COMMAND',
    '',
    ...lines,
    '',
    'Settings come from the environment; the README lists them.',
  ].join('\n');
}

function findCommand(words: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    const command = COMMANDS.find((one) => one.name === name);
    if (command !== undefined) return { command, args: words.slice(count) };
  }
  return null;
}

/**
 * Runs one command line of `huoti-server`.
 *
 * @param words after the program's name
 * @returns the exit code: 0 done, 1 failed, 2 called wrongly; never rejects
 */
export async function runCommandLine(words: readonly string[], tools: CommandTools): Promise<number> {
  const [first] = words;
  if (first === '--help' || first === '-h' || first === 'help') {
    tools.print(helpText());
    return EXIT.done;
  }
  if (first === '--version') {
    tools.print(readVersion());
    return EXIT.done;
  }
  const found = findCommand(words);
  if (found === null) {
    tools.note(
      first === undefined ? helpText() : `huoti-server: there is no command "${first}"; --help lists them`,
    );
    return EXIT.usage;
  }
  try {
    await found.command.run(found.args, tools);
    return EXIT.done;
  } catch (error) {
    const code = isHuotiError(error) ? error.code : 'HOST_ERROR';
    tools.note(`huoti-server: ${code}: ${error instanceof Error ? error.message : 'failed'}`);
    return code === 'INVALID_ARGUMENT' ? EXIT.usage : EXIT.failed;
  }
}
