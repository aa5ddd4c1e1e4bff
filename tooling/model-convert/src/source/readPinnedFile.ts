import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConversionError } from '../errors/ConversionError.js';

/**
 * Reads a file of an installed package and checks that it is the pinned one.
 *
 * @param directory folder of the installed package
 * @throws ConversionError WRONG_SOURCE where the bytes are not the pinned ones
 */
export async function readPinnedFile(
  directory: string,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Promise<Uint8Array> {
  const bytes = await readFile(join(directory, path));
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === sha256) return bytes;
  throw new ConversionError('WRONG_SOURCE', `${path} has sha256 ${actual}, expected ${sha256}`);
}
