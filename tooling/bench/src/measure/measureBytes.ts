import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { ByteResult, FileBytes } from '../report/BenchResults.js';
import type { RequestedFile } from './Host.js';

const compress = promisify(brotliCompress);

/** Raw and brotli size of every file; compressed sizes are remembered by content, since quality 11 takes seconds. */
export async function measureBytes(
  files: readonly RequestedFile[],
  cacheFolder: string,
): Promise<ByteResult> {
  const sizes: FileBytes[] = [];
  for (const { name, body } of files) {
    sizes.push({ name, raw: body.length, brotli: await brotliSize(body, cacheFolder) });
  }
  sizes.sort((one, other) => other.raw - one.raw);
  const sum = (pick: (size: { raw: number; brotli: number }) => number): number =>
    sizes.reduce((total, size) => total + pick(size), 0);
  return { raw: sum(({ raw }) => raw), brotli: sum(({ brotli }) => brotli), files: sizes };
}

async function brotliSize(body: Buffer, cacheFolder: string): Promise<number> {
  const file = join(cacheFolder, `${createHash('sha256').update(body).digest('hex').slice(0, 32)}.size`);
  const kept = Number(await readFile(file, 'utf8').catch(() => 'NaN'));
  if (Number.isFinite(kept)) return kept;
  const { length } = await compress(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(file, String(length));
  return length;
}
