import type { AuditHeadRow } from '../../ports/privacy/AuditHeadRow.js';
import type { HeadClaims } from '../headClaims.js';
import type { AuditFinding } from './AuditFinding.js';
import type { HeadReader } from './createHeadReader.js';

/** Signed heads of the database, read beside the entries. */
export interface HeadStream {
  /** Those of places up to this one that were not given yet, in order; forged ones are told of and left out. */
  until(seq: number): Promise<readonly HeadClaims[]>;
}

/** @param rows in order */
export function createHeadStream(
  rows: AsyncIterable<AuditHeadRow> | Iterable<AuditHeadRow>,
  { readHead, tell }: { readHead: HeadReader; tell: (finding: AuditFinding) => void },
): HeadStream {
  const source = (async function* () {
    yield* rows;
  })();
  let waiting: AuditHeadRow | null = null;
  let ended = false;

  const peek = async (): Promise<AuditHeadRow | null> => {
    if (waiting === null && !ended) {
      const next = await source.next();
      if (next.done === true) ended = true;
      else waiting = next.value;
    }
    return waiting;
  };

  return {
    async until(seq) {
      const heads: HeadClaims[] = [];
      for (let row = await peek(); row !== null && row.seq <= seq; row = await peek()) {
        waiting = null;
        const claims = await readHead(row.jws);
        const isOfRow =
          claims?.seq === row.seq && claims.hash === row.hash && claims.signedAtMs === row.signedAtMs;
        if (claims !== null && isOfRow) heads.push(claims);
        else {
          const detail =
            claims === null
              ? 'a head that none of the keys signed'
              : `a head that was signed for entry ${claims.seq}, with other facts than its row has`;
          tell({ kind: 'head-forged', seq: row.seq, detail });
        }
      }
      return heads;
    },
  };
}
