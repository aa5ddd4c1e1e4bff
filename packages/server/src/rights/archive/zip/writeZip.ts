import { HuotiError } from '@huoti/protocol';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ZipFile } from './ZipFile.js';

/** Bytes that are given to the deflater at once: what it holds besides. */
const SLICE_BYTES = 262_144;

/**
 * A zip as it is written, piece by piece: one file is in memory at a time, and of each file before it what the list at the end needs.
 *
 * @param atMs what the files say of when they were made
 * @throws HuotiError HOST_ERROR where the zip can't be written; whatever `files` throws
 * @example for await (const piece of writeZip(files, { atMs })) response.write(piece);
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile>,
  { atMs }: { atMs: number },
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else if (piece.length > 0) pieces.push(piece);
  });
  const take = (): Uint8Array[] => {
    if (failure) throw new HuotiError('HOST_ERROR', 'the archive could not be written', { cause: failure });
    return pieces.splice(0);
  };
  for await (const { path, bytes, deflate } of files) {
    const entry = deflate ? new ZipDeflate(path) : new ZipPassThrough(path);
    entry.mtime = atMs;
    zip.add(entry);
    for (let at = 0; at === 0 || at < bytes.length; at += SLICE_BYTES) {
      entry.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
      yield* take();
    }
  }
  zip.end();
  yield* take();
}
