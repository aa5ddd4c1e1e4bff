import type { EngineId } from '../engines/EngineId.js';

/** What went wrong with which engine: one that fails leaves the others' rows whole. */
export interface Problems {
  /** Runs work of an engine; a failure is noted, and gives `null`. */
  guard<T>(id: EngineId, stage: string, work: () => Promise<T>): Promise<T | null>;
  of(id: EngineId): readonly string[];
}

/** An empty list of problems. */
export function createProblems(): Problems {
  const found = new Map<EngineId, string[]>();
  return {
    async guard(id, stage, work) {
      try {
        return await work();
      } catch (error) {
        const line = `${stage}: ${error instanceof Error ? error.message : String(error)}`;
        found.set(id, [...(found.get(id) ?? []), line]);
        return null;
      }
    },
    of: (id) => found.get(id) ?? [],
  };
}
