import type { SubjectTable } from '../ports/privacy/SubjectTable.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOf, copyOrNull, insertRow, keyOf } from './memoryRows.js';

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
    delete: async (clientId, subject) => void tables().subjects.delete(keyOf(clientId, subject)),
    idle: async (after, limit) => {
      const page = [...tables().subjects.values()]
        .sort(byName)
        .filter((row) => after === null || byName(row, after) > 0)
        .slice(0, limit);
      const end = page.length === limit ? page[page.length - 1] : undefined;
      return {
        rows: page.filter((row) => row.restrictedAtMs === null && !isNamed(tables(), row)).map(copyOf),
        last: end ? { clientId: end.clientId, subject: end.subject } : null,
      };
    },
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

function byName(a: Named, b: Named): number {
  const [first, second] = [keyOf(a.clientId, a.subject ?? ''), keyOf(b.clientId, b.subject ?? '')];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Whether any row of any table names the person. */
function isNamed(tables: MemoryTables, { clientId, subject }: Named): boolean {
  const { sessions, consents, references, guardianConsents, rightsCases, deletions } = tables;
  return [sessions, consents, references, guardianConsents, rightsCases, deletions].some(
    (rows: ReadonlyMap<string, Named>) =>
      [...rows.values()].some((row) => row.clientId === clientId && row.subject === subject),
  );
}
