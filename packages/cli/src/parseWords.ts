import { parseArgs } from 'node:util';
import { HuotiError } from '@huoti/protocol';

/** What a command's words say. */
export interface ParsedWords {
  readonly positionals: readonly string[];
  /** Whether `--name` was given. */
  flag(name: string): boolean;
  /** What `--name VALUE` says; `null` where it was not given. */
  value(name: string): string | null;
}

/** The options that a command takes. */
export interface WordOptions {
  readonly usage: string;
  readonly positionals: number;
  /** Names of options without a value. */
  readonly flags?: readonly string[];
  /** Names of options with one. */
  readonly values?: readonly string[];
}

/**
 * Reads a command's words strictly.
 *
 * @throws HuotiError INVALID_ARGUMENT with the command's usage
 */
export function parseWords(
  args: readonly string[],
  { usage, positionals: count, flags = [], values = [] }: WordOptions,
): ParsedWords {
  const options = Object.fromEntries([
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
    ...values.map((name) => [name, { type: 'string' as const }]),
  ]) as Record<string, { type: 'boolean' | 'string' }>;
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const why = error instanceof Error ? error.message.split('.')[0] : String(error);
    throw new HuotiError('INVALID_ARGUMENT', `${why}; usage: huoti ${usage}`, { cause: error });
  }
  const { positionals, values: given } = parsed;
  if (positionals.length !== count) {
    const why =
      positionals.length < count
        ? `${count} name(s) needed and ${positionals.length} given`
        : `"${positionals[count]}" is one word too many`;
    throw new HuotiError('INVALID_ARGUMENT', `${why}; usage: huoti ${usage}`);
  }
  return {
    positionals,
    flag: (name) => given[name] === true,
    value: (name) => {
      const word = given[name];
      return typeof word === 'string' ? word : null;
    },
  };
}
