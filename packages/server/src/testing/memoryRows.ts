import { HuotiError } from '@huoti/protocol';

/** Rows go in and come out as copies: a caller that changes one changes nothing in the store. */
export function copyOf<T>(row: T): T {
  return copyValue(row) as T;
}

// Not by structuredClone: where tests run in a realm of their own, its objects are of another one and equal to nothing.
function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(copyValue);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyValue(part)]));
}

/** A copy, or `null` where there is none. */
export function copyOrNull<T>(row: T | undefined): T | null {
  return row === undefined ? null : copyOf(row);
}

/** As a primary key does it. */
export function insertRow<K, T>(table: Map<K, T>, key: K, row: T): void {
  if (table.has(key)) throw new HuotiError('HOST_ERROR', `duplicate key ${String(key)}`);
  table.set(key, copyOf(row));
}

/** Changes columns of a row; a row that is not there stays away, as with SQL's `update`. */
export function changeRow<K, T extends object>(table: Map<K, T>, key: K, changes: Partial<T>): void {
  const row = table.get(key);
  if (row) table.set(key, copyOf({ ...row, ...changes }));
}

/** Those rows that pass, in an order, so many, as copies. */
export function selectRows<T>(
  table: ReadonlyMap<unknown, T>,
  {
    where = () => true,
    by,
    limit = Infinity,
  }: { where?: (row: T) => boolean; by?: (row: T) => number; limit?: number },
): T[] {
  const rows = [...table.values()].filter(where);
  if (by) rows.sort((a, b) => by(a) - by(b));
  return rows.slice(0, limit).map(copyOf);
}

/** A key of several columns. */
export function keyOf(...columns: readonly string[]): string {
  return JSON.stringify(columns);
}
