import type { Jobs, JobTable } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import type { MemoryJob } from './MemoryJob.js';
import { copyOf } from './memoryRows.js';

/** Jobs of a memory store, in the order they came. */
export function memoryJobTable(tables: () => MemoryTables): JobTable {
  let count = 0;
  const nextKey = (table: ReadonlyMap<number, unknown>): number => {
    while (table.has(count)) count += 1;
    return count;
  };
  return {
    enqueue: async (name, data, { delayMs = 0, key } = {}) => {
      const { jobs } = tables();
      const waits =
        key !== undefined && [...jobs.values()].some((job) => job.name === name && job.key === key);
      if (waits) return;
      const job = { name, data: copyOf(data), delayMs, key: key ?? null } as MemoryJob;
      jobs.set(nextKey(jobs), job);
    },
    dropOfSession: async (sessionId) => {
      const { jobs, deliveries } = tables();
      const isAbout = (data: Jobs[keyof Jobs]): boolean => {
        if ('sessionId' in data) return data.sessionId === sessionId;
        return 'deliveryId' in data && deliveries.get(data.deliveryId)?.sessionId === sessionId;
      };
      const before = jobs.size;
      for (const [key, { data }] of jobs) if (isAbout(data)) jobs.delete(key);
      return before - jobs.size;
    },
  };
}
