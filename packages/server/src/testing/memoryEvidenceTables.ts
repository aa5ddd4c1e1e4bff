import type { ConsentRow, ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { isOfAge } from './isOfAge.js';
import { changeRow, copyOf, copyOrNull, insertRow, keyOf, selectRows } from './memoryRows.js';
import { isUnder } from './memorySessionTable.js';

/** Parts, verdicts, consents, platform checks and references of a memory store. */
export function memoryEvidenceTables(
  tables: () => MemoryTables,
): Pick<StoreTransaction, 'parts' | 'verdicts' | 'consents' | 'platformChecks' | 'references'> {
  const deleteConsents = (isGone: (row: ConsentRow) => boolean): number => {
    const { consents } = tables();
    const before = consents.size;
    for (const [id, row] of consents) if (isGone(row)) consents.delete(id);
    return before - consents.size;
  };
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
      ofEndedSessions: async (beforeMs, kind, limit, policies, ages) => {
        const endOf = (sessionId: string): number => {
          const session = tables().sessions.get(sessionId);
          if (!session || (session.state !== 'decided' && session.state !== 'expired')) return Infinity;
          const isMeant = isUnder(session, policies) && isOfAge(session.ageBand, ages);
          return isMeant ? (session.decidedAtMs ?? session.expiresAtMs) : Infinity;
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
      list: async (clientId, subject) =>
        selectRows(tables().consents, {
          where: (row) => row.clientId === clientId && row.subject === subject,
          by: (row) => row.recordedAtMs,
        }),
      withdraw: async (clientId, subject, atMs) => {
        let count = 0;
        for (const [id, row] of tables().consents) {
          if (row.clientId !== clientId || row.subject !== subject || row.withdrawnAtMs !== null) continue;
          changeRow(tables().consents, id, { withdrawnAtMs: atMs });
          count += 1;
        }
        return count;
      },
      deleteOf: async (clientId, subject) =>
        deleteConsents((row) => row.clientId === clientId && row.subject === subject),
      deleteOfSession: async (sessionId) => deleteConsents((row) => row.sessionId === sessionId),
      recordedBefore: async (atMs, limit, ages) =>
        selectRows(tables().consents, {
          where: (row) => row.recordedAtMs <= atMs && isOfAge(row.ageBand, ages),
          by: (row) => row.recordedAtMs,
          limit,
        }),
      delete: async (receiptId) => void tables().consents.delete(receiptId),
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
      listOf: async (clientId, subject) =>
        selectRows(tables().references, {
          where: (row) => row.clientId === clientId && row.subject === subject,
        }).sort((a, b) => (a.id < b.id ? -1 : 1)),
      keptSince: async (atMs, limit, ages) =>
        selectRows(tables().references, {
          where: (row) => {
            const owner = tables().subjects.get(keyOf(row.clientId, row.subject));
            return enrolledAt(row) <= atMs && isOfAge(owner?.ageBand ?? null, ages);
          },
          by: enrolledAt,
          limit,
        }),
    },
  };
}

const enrolledAt = ({ replacedAtMs, createdAtMs }: ReferenceRow): number => replacedAtMs ?? createdAtMs;
