import type { SubjectRow } from '../ports/privacy/SubjectRow.js';
import type { SubjectTable } from '../ports/privacy/SubjectTable.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOrNull, insertRow, keyOf, selectRows } from './memoryRows.js';

/** People of a memory store. */
export function memorySubjectTable(tables: () => MemoryTables): SubjectTable {
  return {
    insertOnce: async (row) => {
      const key = keyOf(row.clientId, row.subject);
      if (tables().subjects.has(key)) return false;
      insertRow(tables().subjects, key, row);
      return true;
    },
    get: async (clientId, subject) => copyOrNull(tables().subjects.get(keyOf(clientId, subject))),
    getForUpdate: async (clientId, subject) => copyOrNull(tables().subjects.get(keyOf(clientId, subject))),
    update: async (clientId, subject, changes) =>
      changeRow(tables().subjects, keyOf(clientId, subject), changes),
    delete: async (clientId, subject) => {
      tables().subjects.delete(keyOf(clientId, subject));
      tables().subjectLooks.delete(keyOf(clientId, subject));
    },
    notLookedAtSince: async (atMs, limit) =>
      selectRows(tables().subjects, {
        where: (row) => lookedAtOf(tables(), row) <= atMs,
        by: (row) => lookedAtOf(tables(), row),
        limit,
      }),
    markLookedAt: async (clientId, subject, atMs) => {
      const key = keyOf(clientId, subject);
      if (tables().subjects.has(key)) tables().subjectLooks.set(key, atMs);
    },
    isNamed: async (clientId, subject) => isNamed(tables(), { clientId, subject }),
    countStoredPeople: async () => {
      const { parts, references, sessions } = tables();
      const people = new Set<string>();
      for (const { clientId, subject } of references.values()) people.add(keyOf(clientId, 'of', subject));
      for (const { name, sessionId } of parts.values()) {
        const session = sessions.get(sessionId);
        if (!session || !name.startsWith('picture-')) continue;
        const { clientId, subject, id } = session;
        people.add(subject === null ? keyOf(clientId, 'in', id) : keyOf(clientId, 'of', subject));
      }
      return people.size;
    },
  };
}

interface Named {
  readonly clientId: string;
  readonly subject: string | null;
}

const lookedAtOf = ({ subjectLooks }: MemoryTables, { clientId, subject, createdAtMs }: SubjectRow): number =>
  subjectLooks.get(keyOf(clientId, subject)) ?? createdAtMs;

/** Whether any row of any table names the person. */
function isNamed(tables: MemoryTables, { clientId, subject }: Named): boolean {
  const { sessions, consents, references, guardianConsents, rightsCases, deletions } = tables;
  return [sessions, consents, references, guardianConsents, rightsCases, deletions].some(
    (rows: ReadonlyMap<string, Named>) =>
      [...rows.values()].some((row) => row.clientId === clientId && row.subject === subject),
  );
}
