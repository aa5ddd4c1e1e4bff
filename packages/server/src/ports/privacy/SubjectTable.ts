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
  /** How many people have a face stored here now (a template, or pictures of a session), over all clients. */
  countStoredPeople(): Promise<number>;
}
