import type { GuardianConsentRow } from './GuardianConsentRow.js';

export interface GuardianConsentTable {
  insert(row: GuardianConsentRow): Promise<void>;
  get(receiptId: string): Promise<GuardianConsentRow | null>;
  /** Oldest first. */
  list(clientId: string, subject: string): Promise<readonly GuardianConsentRow[]>;
  /** All of a minor that are not yet; how many there were. */
  withdraw(clientId: string, subject: string, atMs: number): Promise<number>;
  /** All of a minor. */
  deleteOf(clientId: string, subject: string): Promise<number>;
}
