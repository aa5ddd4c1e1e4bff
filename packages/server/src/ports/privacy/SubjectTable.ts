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
  /** People who were not looked at since then, nor made since, longest first: a sweep looks whether anything is kept about them. */
  notLookedAtSince(atMs: number, limit: number): Promise<readonly SubjectRow[]>;
  markLookedAt(clientId: string, subject: string, atMs: number): Promise<void>;
  /** Whether anything at all is kept about the person: a session, a receipt, a face, a guardian's consent, a case, a deletion. */
  isNamed(clientId: string, subject: string): Promise<boolean>;
  /** How many people have a face stored here now (a template, or pictures of a session), over all clients. Each session that names nobody counts as one. */
  countStoredPeople(): Promise<number>;
}
