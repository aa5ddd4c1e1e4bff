import type { StoreTransaction } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOf, copyOrNull, insertRow, keyOf, selectRows } from './memoryRows.js';
import { isUnder } from './memorySessionTable.js';

/** Parts, verdicts, consents, platform checks and references of a memory store. */
export function memoryEvidenceTables(
  tables: () => MemoryTables,
): Pick<StoreTransaction, 'parts' | 'verdicts' | 'consents' | 'platformChecks' | 'references'> {
  return {
    parts: {
      put: async (row) => {
        const key = keyOf(row.sessionId, row.name);
        const replaced = copyOrNull(tables().parts.get(key));
        tables().parts.set(key, copyOf(row));
        return replaced;
      },
      get: async (sessionId, name) => copyOrNull(tables().parts.get(keyOf(sessionId, name))),
      list: async (sessionId) =>
        selectRows(tables().parts, { where: (row) => row.sessionId === sessionId }).sort((a, b) =>
          a.name < b.name ? -1 : 1,
        ),
      delete: async (sessionId, name) => void tables().parts.delete(keyOf(sessionId, name)),
      ofEndedSessions: async (beforeMs, kind, limit, policies) => {
        const endOf = (sessionId: string): number => {
          const session = tables().sessions.get(sessionId);
          if (!session || (session.state !== 'decided' && session.state !== 'expired')) return Infinity;
          return isUnder(session, policies) ? (session.decidedAtMs ?? session.expiresAtMs) : Infinity;
        };
        return selectRows(tables().parts, {
          where: (row) =>
            row.name.startsWith('picture-') === (kind === 'pictures') && endOf(row.sessionId) <= beforeMs,
          by: (row) => endOf(row.sessionId),
          limit,
        });
      },
      isReferenced: async (blobKey) => [...tables().parts.values()].some((row) => row.blobKey === blobKey),
    },
    verdicts: {
      insertOnce: async (row) => {
        if (tables().verdicts.has(row.sessionId)) return false;
        insertRow(tables().verdicts, row.sessionId, row);
        return true;
      },
      get: async (sessionId) => copyOrNull(tables().verdicts.get(sessionId)),
    },
    consents: {
      insert: async (row) => insertRow(tables().consents, row.receiptId, row),
      get: async (receiptId) => copyOrNull(tables().consents.get(receiptId)),
    },
    platformChecks: {
      insert: async (row) => insertRow(tables().platformChecks, row.sessionId, row),
      get: async (sessionId) => copyOrNull(tables().platformChecks.get(sessionId)),
      update: async (sessionId, changes) => changeRow(tables().platformChecks, sessionId, changes),
      delete: async (sessionId) => void tables().platformChecks.delete(sessionId),
    },
    references: {
      put: async (row) => void tables().references.set(keyOf(row.clientId, row.id), copyOf(row)),
      get: async (clientId, id) => copyOrNull(tables().references.get(keyOf(clientId, id))),
      delete: async (clientId, id) => {
        const gone = copyOrNull(tables().references.get(keyOf(clientId, id)));
        tables().references.delete(keyOf(clientId, id));
        return gone;
      },
      expired: async (atMs, limit) =>
        selectRows(tables().references, {
          where: (row) => row.expiresAtMs !== null && row.expiresAtMs <= atMs,
          by: (row) => row.expiresAtMs ?? 0,
          limit,
        }),
    },
  };
}
