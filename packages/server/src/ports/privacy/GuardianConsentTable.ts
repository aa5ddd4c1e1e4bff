import type { AgeGroup } from '../Store.js';
import type { GuardianConsentRow } from './GuardianConsentRow.js';

export interface GuardianConsentTable {
  insert(row: GuardianConsentRow): Promise<void>;
  get(receiptId: string): Promise<GuardianConsentRow | null>;
  /** Oldest first. */
  list(clientId: string, subject: string): Promise<readonly GuardianConsentRow[]>;
  /** All of a minor that are not yet; how many there were. */
  withdraw(clientId: string, subject: string, atMs: number): Promise<number>;
  /** One of them. False where there is none of that id, or it was taken back already. */
  withdrawOne(receiptId: string, atMs: number): Promise<boolean>;
  /** Recorded at or before then; oldest first. */
  recordedBefore(atMs: number, limit: number, ages?: AgeGroup): Promise<readonly GuardianConsentRow[]>;
  delete(receiptId: string): Promise<void>;
  /** All of a minor. */
  deleteOf(clientId: string, subject: string): Promise<number>;
}
