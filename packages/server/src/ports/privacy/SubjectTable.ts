import type { SubjectRow } from './SubjectRow.js';

export interface SubjectTable {
  /** False where there is one: the first one stands. */
  insertOnce(row: SubjectRow): Promise<boolean>;
  get(clientId: string, subject: string): Promise<SubjectRow | null>;
  /** Held against every other transaction until this one ends. */
  getForUpdate(clientId: string, subject: string): Promise<SubjectRow | null>;
  update(
    clientId: string,
    subject: string,
    changes: Partial<Pick<SubjectRow, 'ageBand' | 'restrictedAtMs' | 'withdrawnAtMs'>>,
  ): Promise<void>;
  /** Idempotent. */
  delete(clientId: string, subject: string): Promise<void>;
  /**
   * Of the next `limit` people by client and name after one, those about whom nothing at all is kept (no session, receipt, face, guardian's
   * consent, case, deletion) and who asked for nothing that has to be remembered; and where the look ended, `null` at the end of the table.
   */
  idle(
    after: { readonly clientId: string; readonly subject: string } | null,
    limit: number,
  ): Promise<{
    readonly rows: readonly SubjectRow[];
    readonly last: { readonly clientId: string; readonly subject: string } | null;
  }>;
  /** How many people have a face stored here now (a template, or pictures of a session), over all clients. Each session that names nobody counts as one. */
  countStoredPeople(): Promise<number>;
}
