import { DECLARED_READS } from '@huoti/privacy';
import type { ReadReport } from './watchReads.js';

const DECLARED: ReadonlySet<string> = new Set(DECLARED_READS.map(({ property }) => property));

/** Reads that the inventory does not declare, each once, with who read. An argument that is told is part of the declaration. */
export function undeclaredReads(reads: readonly ReadReport[]): string[] {
  const found = new Map<string, ReadReport>();
  for (const read of reads) if (!DECLARED.has(read.what) && !found.has(read.what)) found.set(read.what, read);
  return [...found.values()].map(
    ({ what, realm, stack }) =>
      `${what} is read in a ${realm} and is not declared, by ${stack.slice(0, 4).join(' < ')}`,
  );
}
