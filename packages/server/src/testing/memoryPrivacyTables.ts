import { HuotiError } from '@huoti/protocol';
import type { DeletionRow } from '../ports/privacy/DeletionRow.js';
import type { StoreTransaction } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOf, copyOrNull, insertRow, keyOf, selectRows } from './memoryRows.js';
import { isOfAge } from './isOfAge.js';

const MOST = 500;

/** Guardians' consents, cases and deletions of a memory store. */
export function memoryPrivacyTables(
  tables: () => MemoryTables,
): Pick<StoreTransaction, 'guardianConsents' | 'rightsCases' | 'deletions' | 'counters'> {
  return {
    counters: {
      get: async (name) => copyOrNull(tables().counters.get(name)),
      put: async (row) => void tables().counters.set(row.name, copyOf(row)),
    },
    guardianConsents: {
      insert: async (row) => insertRow(tables().guardianConsents, row.receiptId, row),
      get: async (receiptId) => copyOrNull(tables().guardianConsents.get(receiptId)),
      list: async (clientId, subject) =>
        selectRows(tables().guardianConsents, {
          where: (row) => row.clientId === clientId && row.subject === subject,
          by: (row) => row.recordedAtMs,
        }),
      withdraw: async (clientId, subject, atMs) => {
        let count = 0;
        for (const [id, row] of tables().guardianConsents) {
          if (row.clientId !== clientId || row.subject !== subject || row.withdrawnAtMs !== null) continue;
          changeRow(tables().guardianConsents, id, { withdrawnAtMs: atMs });
          count += 1;
        }
        return count;
      },
      withdrawOne: async (receiptId, atMs) => {
        if (tables().guardianConsents.get(receiptId)?.withdrawnAtMs !== null) return false;
        changeRow(tables().guardianConsents, receiptId, { withdrawnAtMs: atMs });
        return true;
      },
      recordedBefore: async (atMs, limit, ages) =>
        selectRows(tables().guardianConsents, {
          where: (row) => row.recordedAtMs <= atMs && isOfAge(bandOf(tables(), row), ages),
          by: (row) => row.recordedAtMs,
          limit,
        }),
      delete: async (receiptId) => void tables().guardianConsents.delete(receiptId),
      deleteOf: async (clientId, subject) => {
        const { guardianConsents } = tables();
        const before = guardianConsents.size;
        for (const [id, row] of guardianConsents)
          if (row.clientId === clientId && row.subject === subject) guardianConsents.delete(id);
        return before - guardianConsents.size;
      },
    },
    rightsCases: {
      insert: async (row) => insertRow(tables().rightsCases, row.id, row),
      get: async (id) => copyOrNull(tables().rightsCases.get(id)),
      getForUpdate: async (id) => copyOrNull(tables().rightsCases.get(id)),
      update: async (id, changes) => changeRow(tables().rightsCases, id, changes),
      list: async ({ clientId, subject, state, kind, limit = 100 }) =>
        selectRows(tables().rightsCases, {
          where: (row) =>
            (clientId === undefined || row.clientId === clientId) &&
            (subject === undefined || row.subject === subject) &&
            (state === undefined || row.state === state) &&
            (kind === undefined || row.kind === kind),
        })
          .sort((a, b) => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1))
          .slice(0, Math.min(limit, MOST)),
      closedBefore: async (atMs, limit, ages) =>
        selectRows(tables().rightsCases, {
          where: (row) => (row.closedAtMs ?? Infinity) <= atMs && isOfAge(bandOf(tables(), row), ages),
          by: (row) => row.closedAtMs ?? 0,
          limit,
        }),
      delete: async (id) => void tables().rightsCases.delete(id),
      countOpen: async (dueBeforeMs) => {
        const open = [...tables().rightsCases.values()].filter((row) => row.closedAtMs === null);
        return { open: open.length, due: open.filter((row) => row.dueAtMs < dueBeforeMs).length };
      },
    },
    deletions: {
      insert: async (row) => {
        const { deletions } = tables();
        const isOther = (other: DeletionRow) =>
          other.state === 'running' && other.clientId === row.clientId && other.subject === row.subject;
        if (row.state === 'running' && [...deletions.values()].some(isOther)) {
          throw new HuotiError('HOST_ERROR', 'a deletion of this person runs already');
        }
        insertRow(deletions, row.id, row);
      },
      get: async (id) => copyOrNull(tables().deletions.get(id)),
      getForUpdate: async (id) => copyOrNull(tables().deletions.get(id)),
      running: async (clientId, subject) =>
        selectRows(tables().deletions, {
          where: (row) => row.clientId === clientId && row.subject === subject && row.state === 'running',
        })[0] ?? null,
      unfinished: async (limit) =>
        selectRows(tables().deletions, {
          where: (row) => row.state === 'running',
          by: (row) => row.startedAtMs,
          limit,
        }),
      update: async (id, changes) => changeRow(tables().deletions, id, changes),
      doneBefore: async (atMs, backupsGoneMs, limit) =>
        selectRows(tables().deletions, {
          where: (row) =>
            row.state === 'done' &&
            (row.finishedAtMs ?? Infinity) <= atMs &&
            (row.backupsExpireAtMs ?? 0) <= backupsGoneMs,
          by: (row) => row.finishedAtMs ?? 0,
          limit,
        }),
      delete: async (id) => void tables().deletions.delete(id),
      list: async ({ clientId, limit = 100 }) =>
        selectRows(tables().deletions, {
          where: (row) => clientId === undefined || row.clientId === clientId,
        })
          .sort((a, b) => b.startedAtMs - a.startedAtMs || (a.id < b.id ? 1 : -1))
          .slice(0, Math.min(limit, MOST)),
    },
  };
}

function bandOf(
  { subjects }: MemoryTables,
  { clientId, subject }: { clientId: string; subject: string | null },
): string | null {
  return subject === null ? null : (subjects.get(keyOf(clientId, subject))?.ageBand ?? null);
}
