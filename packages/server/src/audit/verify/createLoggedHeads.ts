import type { AuditFinding } from './AuditFinding.js';
import type { HeadReader } from './createHeadReader.js';

/** Heads that the process log holds: what whoever owns the database could not take back. */
export interface LoggedHeads {
  /** Compares with the chain's own hash at a place. */
  compare(seq: number, hash: string): void;
  /** The database has this head, too. */
  found(seq: number): void;
  /** The last place that the log knows of; 0 for none. */
  readonly lastSeq: number;
  /** Tells of those between two places that the database has lost. */
  tellLost(fromSeq: number, throughSeq: number): void;
}

/** @param lines compact JWS, in any order; one may come several times */
export async function createLoggedHeads(
  lines: AsyncIterable<string> | Iterable<string>,
  { readHead, tell }: { readHead: HeadReader; tell: (finding: AuditFinding) => void },
): Promise<LoggedHeads> {
  const hashes = new Map<number, Set<string>>();
  const lost = new Set<number>();
  let lastSeq = 0;
  for await (const jws of lines) {
    const head = await readHead(jws);
    if (head === null) {
      tell({ kind: 'logged-head-forged', seq: 0, detail: 'the log has a head that none of the keys signed' });
      continue;
    }
    const known = hashes.get(head.seq) ?? new Set();
    hashes.set(head.seq, known.add(head.hash));
    lost.add(head.seq);
    lastSeq = Math.max(lastSeq, head.seq);
  }
  return {
    lastSeq,
    compare(seq, hash) {
      const known = hashes.get(seq);
      if (known === undefined || (known.size === 1 && known.has(hash))) return;
      const detail = `the log has another hash at entry ${seq} than the database: everything up to it may have been made anew`;
      tell({ kind: 'logged-head-mismatch', seq, detail });
    },
    found(seq) {
      lost.delete(seq);
    },
    tellLost(fromSeq, throughSeq) {
      for (const seq of [...lost].sort((a, b) => a - b)) {
        if (seq < fromSeq || seq > throughSeq) continue;
        const detail = `the log has a head of entry ${seq} that the database has lost`;
        tell({ kind: 'logged-head-missing', seq, detail });
      }
    },
  };
}
