import type { AgeGroup } from '../Store.js';
import type { RightsCaseRow } from './RightsCaseRow.js';

/** What is asked of {@link RightsCaseTable.list}. Earliest due first. */
export interface RightsCaseFilter {
  readonly clientId?: string;
  readonly subject?: string;
  readonly state?: RightsCaseRow['state'];
  readonly kind?: RightsCaseRow['kind'];
  /** @default 100, at most 500 */
  readonly limit?: number;
}

export interface RightsCaseTable {
  insert(row: RightsCaseRow): Promise<void>;
  get(id: string): Promise<RightsCaseRow | null>;
  getForUpdate(id: string): Promise<RightsCaseRow | null>;
  update(
    id: string,
    changes: Partial<
      Pick<RightsCaseRow, 'state' | 'closedAtMs' | 'closedBy' | 'note' | 'subject' | 'deletionId'>
    >,
  ): Promise<void>;
  list(filter: RightsCaseFilter): Promise<readonly RightsCaseRow[]>;
  /** Closed at or before then; oldest first. */
  closedBefore(atMs: number, limit: number, ages?: AgeGroup): Promise<readonly RightsCaseRow[]>;
  delete(id: string): Promise<void>;
  /** Not answered yet: how many in all, how many of them due before then. */
  countOpen(dueBeforeMs: number): Promise<{ readonly open: number; readonly due: number }>;
}
