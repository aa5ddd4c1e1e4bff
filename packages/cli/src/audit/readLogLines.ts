import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { HuotiError } from '@huoti/protocol';

/**
 * The lines of log files, one after the other, without holding one in memory.
 *
 * @throws HuotiError INVALID_ARGUMENT for a file that can't be read
 */
export async function* readLogLines(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const isFile = await stat(path).then(
      (found) => !found.isDirectory(),
      () => false,
    );
    if (!isFile) throw new HuotiError('INVALID_ARGUMENT', `--log: ${path} can't be read`);
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  }
}
