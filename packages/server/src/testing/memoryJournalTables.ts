import type { StoreTransaction } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import type { MemoryJob } from './MemoryJob.js';
import { copyOf, selectRows } from './memoryRows.js';

/** Jobs and the audit log of a memory store: rows in the order they came. */
export function memoryJournalTables(tables: () => MemoryTables): Pick<StoreTransaction, 'jobs' | 'audit'> {
  let count = 0;
  const nextKey = (table: ReadonlyMap<number, unknown>): number => {
    while (table.has(count)) count += 1;
    return count;
  };
  return {
    jobs: {
      enqueue: async (name, data, { delayMs = 0, key } = {}) => {
        const { jobs } = tables();
        const waits =
          key !== undefined && [...jobs.values()].some((job) => job.name === name && job.key === key);
        if (waits) return;
        const job = { name, data: copyOf(data), delayMs, key: key ?? null } as MemoryJob;
        jobs.set(nextKey(jobs), job);
      },
    },
    audit: {
      append: async (row) => void tables().audit.set(tables().audit.size, copyOf(row)),
      list: async ({ object, action, limit = 100 }) =>
        selectRows(tables().audit, {
          where: (row) =>
            (object === undefined || row.object === object) &&
            (action === undefined || row.action === action),
        })
          .reverse()
          .slice(0, Math.min(limit, 1000)),
    },
  };
}
