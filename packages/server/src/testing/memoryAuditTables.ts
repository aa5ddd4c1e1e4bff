import { HuotiError } from '@huoti/protocol';
import type { StoreTransaction } from '../ports/Store.js';
import type { ChainedAuditRow } from '../ports/privacy/AuditChainTable.js';
import type { MemoryTables } from './createMemoryTables.js';
import { copyOf, copyOrNull, insertRow, selectRows } from './memoryRows.js';

/** The audit log of a memory store, in the order it was written, and its chain. */
export function memoryAuditTables(
  tables: () => MemoryTables,
): Pick<StoreTransaction, 'audit' | 'auditChain'> {
  const rows = (): ChainedAuditRow[] =>
    [...tables().audit].map(([id, row]) =>
      copyOf({ ...row, id, ...(tables().auditPlaces.get(id) ?? { seq: null, hash: null }) }),
    );
  const chained = (): (ChainedAuditRow & { seq: number; hash: string })[] =>
    rows()
      .flatMap((row) =>
        row.seq === null || row.hash === null ? [] : [{ ...row, seq: row.seq, hash: row.hash }],
      )
      .sort((a, b) => a.seq - b.seq);
  const lastHead = () => [...tables().auditHeads.values()].sort((a, b) => b.seq - a.seq)[0];
  return {
    audit: {
      append: async (row) => {
        const { audit, sequences } = tables();
        // As a database numbers rows: never the same number again, also where a row is gone.
        const id = sequences.get('audit') ?? 0;
        sequences.set('audit', id + 1);
        audit.set(id, copyOf(row));
      },
      list: async ({ object, action, pseudonym, limit = 100 }) =>
        selectRows(tables().audit, {
          where: (row) =>
            (object === undefined || row.object === object) &&
            (action === undefined || row.action === action) &&
            (pseudonym === undefined || row.pseudonym === pseudonym),
        })
          .reverse()
          .slice(0, Math.min(limit, 1000)),
    },
    auditChain: {
      // Transactions run one after the other here: nothing has to be held.
      lock: async () => undefined,
      head: async () => {
        const all = chained();
        const last = all[all.length - 1] ?? lastHead();
        return last ? { seq: last.seq, hash: last.hash } : null;
      },
      unchained: async (limit) =>
        rows()
          .filter((row) => row.seq === null)
          .slice(0, limit),
      chain: async (links) => {
        const taken = new Set([...tables().auditPlaces.values()].map(({ seq }) => seq));
        for (const { id, seq, hash } of links) {
          if (taken.has(seq)) throw new HuotiError('HOST_ERROR', `duplicate place ${seq} in the chain`);
          if (tables().audit.has(id)) tables().auditPlaces.set(id, { seq, hash });
          taken.add(seq);
        }
      },
      read: async (fromSeq, limit) =>
        chained()
          .filter((row) => row.seq >= fromSeq)
          .slice(0, limit),
      insertHead: async (row) => insertRow(tables().auditHeads, row.seq, row),
      lastHead: async () => copyOrNull(lastHead()),
      heads: async (fromSeq, limit) =>
        selectRows(tables().auditHeads, {
          where: (row) => row.seq >= fromSeq,
          by: (row) => row.seq,
          limit,
        }),
      cut: async (throughSeq) => {
        const gone = chained().filter((row) => row.seq <= throughSeq);
        for (const { id } of gone) {
          tables().audit.delete(id);
          tables().auditPlaces.delete(id);
        }
        for (const { seq } of [...tables().auditHeads.values()])
          if (seq < throughSeq) tables().auditHeads.delete(seq);
        return gone.length;
      },
    },
  };
}
