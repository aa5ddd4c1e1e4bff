/** The last so many values that were seen. */
export interface Recent<T> {
  has(value: T): boolean;
  /** Whether it is new among those that are remembered. */
  add(value: T): boolean;
  clear(): void;
}

/** Remembers the latest `limit` values: whoever sends forever fills no memory. */
export function createRecent<T>(limit: number): Recent<T> {
  // A set keeps the order in which its values came.
  const seen = new Set<T>();
  return {
    has: (value) => seen.has(value),
    add(value) {
      if (seen.has(value)) return false;
      seen.add(value);
      for (const oldest of seen) {
        if (seen.size <= limit) break;
        seen.delete(oldest);
      }
      return true;
    },
    clear: () => seen.clear(),
  };
}
