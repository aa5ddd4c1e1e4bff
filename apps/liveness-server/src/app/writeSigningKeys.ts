import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { HuotiError } from '@huoti/protocol';
import { createSigningKey, type SigningAlgorithm } from '@huoti/server';

/**
 * Makes a file with one new signing key, readable by its owner alone.
 *
 * @throws HuotiError INVALID_ARGUMENT where there is a file already: a key that signed something is never overwritten
 */
export async function writeSigningKeys(path: string, { alg }: { alg: SigningAlgorithm }): Promise<void> {
  const text = `${JSON.stringify({ keys: [await createSigningKey({ alg })] }, null, 2)}\n`;
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (cause) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `${path} can't be made: it is there already, or its folder is not`,
      {
        cause,
      },
    );
  }
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
