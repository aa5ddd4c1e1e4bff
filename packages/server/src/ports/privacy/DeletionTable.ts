import type { DeletionRow } from './DeletionRow.js';

export interface DeletionTable {
  insert(row: DeletionRow): Promise<void>;
  get(id: string): Promise<DeletionRow | null>;
  /** Held against every other transaction until this one ends: counts are added up behind it. */
  getForUpdate(id: string): Promise<DeletionRow | null>;
  /** The one that runs for a person; `null` where none does. */
  running(clientId: string, subject: string): Promise<DeletionRow | null>;
  /** All that run, oldest first: a sweep takes them up again. */
  unfinished(limit: number): Promise<readonly DeletionRow[]>;
  update(
    id: string,
    changes: Partial<
      Pick<DeletionRow, 'state' | 'finishedAtMs' | 'counts' | 'backupsExpireAtMs' | 'subject'>
    >,
  ): Promise<void>;
  /** Done at or before then, and the last backup gone by then too; oldest first. */
  doneBefore(atMs: number, backupsGoneMs: number, limit: number): Promise<readonly DeletionRow[]>;
  delete(id: string): Promise<void>;
  /** Newest first. @default limit 100, at most 500 */
  list(filter: { readonly clientId?: string; readonly limit?: number }): Promise<readonly DeletionRow[]>;
}
