import type { StoreTransaction } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOf, copyOrNull, insertRow, keyOf, selectRows } from './memoryRows.js';

/** Data keys, attempts, proofs and API keys of a memory store. */
export function memoryKeyTables(
  tables: () => MemoryTables,
): Pick<StoreTransaction, 'dataKeys' | 'attempts' | 'proofs' | 'apiKeys'> {
  return {
    dataKeys: {
      insert: async (row) => insertRow(tables().dataKeys, row.id, row),
      get: async (id) => copyOrNull(tables().dataKeys.get(id)),
      rewrap: async (id, wrapped, masterKeyId) => changeRow(tables().dataKeys, id, { wrapped, masterKeyId }),
      notUnder: async (masterKeyId, limit) =>
        selectRows(tables().dataKeys, { where: (row) => row.masterKeyId !== masterKeyId, limit }),
      delete: async (id) => void tables().dataKeys.delete(id),
    },
    attempts: {
      // Transactions run one after the other here: nothing has to be held.
      lock: async () => undefined,
      insert: async (rows) => {
        for (const row of rows) insertRow(tables().attempts, keyOf(row.scope, row.sessionId), row);
      },
      countedSince: async (scope, sinceMs) =>
        selectRows(tables().attempts, {
          where: (row) => row.scope === scope && row.state !== 'passed' && row.atMs >= sinceMs,
          by: (row) => row.atMs,
        }),
      settle: async (sessionId, state) => {
        for (const [key, row] of tables().attempts) {
          if (row.sessionId === sessionId) tables().attempts.set(key, { ...row, state });
        }
      },
      deleteBefore: async (atMs) => deleteWhere(tables().attempts, (row) => row.atMs < atMs),
      deleteOfScope: async (scope) => deleteWhere(tables().attempts, (row) => row.scope === scope),
      deleteOfSession: async (sessionId) =>
        deleteWhere(tables().attempts, (row) => row.sessionId === sessionId),
    },
    proofs: {
      insertOnce: async (id, expiresAtMs) => {
        if (tables().proofs.has(id)) return false;
        tables().proofs.set(id, expiresAtMs);
        return true;
      },
      deleteExpired: async (atMs) => deleteWhere(tables().proofs, (expiresAtMs) => expiresAtMs <= atMs),
    },
    apiKeys: {
      insert: async (row) => insertRow(tables().apiKeys, row.id, row),
      get: async (id) => copyOrNull(tables().apiKeys.get(id)),
      list: async (clientId) =>
        selectRows(tables().apiKeys, {
          where: (row) => clientId === undefined || row.clientId === clientId,
          by: (row) => row.createdAtMs,
        }).map(copyOf),
      revoke: async (id, atMs) => {
        const row = tables().apiKeys.get(id);
        if (!row || (row.revokedAtMs !== null && row.revokedAtMs <= atMs)) return false;
        changeRow(tables().apiKeys, id, { revokedAtMs: atMs });
        return true;
      },
    },
  };
}

function deleteWhere<K, T>(table: Map<K, T>, isGone: (row: T) => boolean): number {
  const before = table.size;
  for (const [key, row] of table) if (isGone(row)) table.delete(key);
  return before - table.size;
}
