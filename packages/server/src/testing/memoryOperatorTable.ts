import { HuotiError } from '@huoti/protocol';
import type { OperatorTable } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { changeRow, copyOrNull, insertRow, selectRows } from './memoryRows.js';

/** Operators of the console and their sign-ins, in a memory store. */
export function memoryOperatorTable(tables: () => MemoryTables): OperatorTable {
  const named = (name: string) => [...tables().operators.values()].find((row) => row.name === name);
  return {
    insert: async (row) => {
      if (named(row.name)) throw new HuotiError('HOST_ERROR', `duplicate operator ${row.name}`);
      insertRow(tables().operators, row.id, row);
    },
    get: async (id) => copyOrNull(tables().operators.get(id)),
    getByName: async (name) => copyOrNull(named(name)),
    list: async () => selectRows(tables().operators, {}).sort((a, b) => (a.name < b.name ? -1 : 1)),
    update: async (id, changes) => changeRow(tables().operators, id, changes),
    insertSignIn: async ({ id, operatorId, expiresAtMs }) =>
      insertRow(tables().signIns, id, { operatorId, expiresAtMs }),
    getSignIn: async (id) => copyOrNull(tables().signIns.get(id)),
    extendSignIn: async (id, expiresAtMs) => changeRow(tables().signIns, id, { expiresAtMs }),
    deleteSignIn: async (id) => void tables().signIns.delete(id),
    deleteSignInsBefore: async (atMs) => {
      const { signIns } = tables();
      const before = signIns.size;
      for (const [id, row] of signIns) if (row.expiresAtMs < atMs) signIns.delete(id);
      return before - signIns.size;
    },
  };
}
