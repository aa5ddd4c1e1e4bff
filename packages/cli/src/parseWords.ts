import { parseArgs, type ParseArgsConfig } from 'node:util';
import { HuotiError } from '@huoti/protocol';

/**
 * Reads a command's words strictly.
 *
 * @throws HuotiError INVALID_ARGUMENT with the command's usage
 */
export function parseWords<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
  positionalCount: number,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length !== positionalCount) {
      throw new HuotiError('INVALID_ARGUMENT', `usage: huoti ${usage}`);
    }
    return parsed;
  } catch (error) {
    if (error instanceof HuotiError) throw error;
    const why = error instanceof Error ? error.message.split('.')[0] : String(error);
    throw new HuotiError('INVALID_ARGUMENT', `${why}; usage: huoti ${usage}`, { cause: error });
  }
}
