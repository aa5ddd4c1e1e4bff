import { parseArgs } from 'node:util';
import { HuotiError } from '@huoti/protocol';

/** What was written after a command. */
export interface ParsedOptions {
  readonly words: readonly string[];
  /** By name, without the dashes. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads arguments: `words` plain ones, and options with a value.
 *
 * @param names of options that exist
 * @throws HuotiError INVALID_ARGUMENT for an unknown option, one without its value, or another number of words
 */
export function parseOptions(
  args: readonly string[],
  { words = 0, names = [] }: { words?: number; names?: readonly string[] } = {},
): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: true,
    });
    if (positionals.length !== words)
      throw new HuotiError('INVALID_ARGUMENT', `${words} argument(s) expected, ${positionals.length} given`);
    return { words: positionals, options: values as Record<string, string | undefined> };
  } catch (cause) {
    if (cause instanceof HuotiError) throw cause;
    const message = cause instanceof Error ? cause.message : 'arguments that can not be read';
    throw new HuotiError('INVALID_ARGUMENT', message, { cause });
  }
}
