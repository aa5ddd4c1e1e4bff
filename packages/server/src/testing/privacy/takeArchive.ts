import { unzipSync } from 'fflate';
import type { ServerContext } from '../../context/ServerContext.js';
import type { ArchiveData } from '../../rights/archive/ArchiveData.js';
import { exportArchive, type ExportArchiveOptions } from '../../rights/archive/exportArchive.js';
import { answered } from '../driveSession.js';

/** An archive, unpacked. */
export interface TakenArchive {
  /** Bytes by path. */
  readonly found: Readonly<Record<string, Uint8Array>>;
  /** Sorted. */
  readonly paths: readonly string[];
  readonly data: ArchiveData;
  /** Every file's bytes, one after the other: to look for what must not be there. */
  readonly all: Buffer;
  text(path: string): string;
}

/** Takes a person's archive whole, as somebody who opens it would. */
export async function takeArchive(
  context: ServerContext,
  options: ExportArchiveOptions,
): Promise<TakenArchive> {
  const { archive } = answered(await exportArchive(context, options));
  const pieces: Uint8Array[] = [];
  for await (const piece of archive.pieces) pieces.push(piece);
  const found = unzipSync(Buffer.concat(pieces));
  const text = (path: string): string => new TextDecoder().decode(found[path]);
  return {
    found,
    text,
    data: JSON.parse(text('data.json')) as ArchiveData,
    paths: Object.keys(found).sort(),
    all: Buffer.concat(Object.values(found)),
  };
}
