import type { DeletionTally } from './DeletionTally.js';

/** What each step of a deletion works on. */
export interface DeletionScope {
  readonly deletionId: string;
  readonly clientId: string;
  readonly subject: string;
  readonly pseudonym: string;
  readonly tally: DeletionTally;
  /** Rows of one transaction. */
  readonly batch: number;
  readonly signal: AbortSignal | undefined;
}
