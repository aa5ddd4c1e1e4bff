/** A deletion of everything of one person: what drives it to its end after a crash, and what is left to show that it was done. */
export interface DeletionRow {
  readonly id: string;
  readonly clientId: string;
  /** `null` once it is done: from then on only the pseudonym is left. */
  readonly subject: string | null;
  /** HMAC of the subject under a key that went with the deletion. */
  readonly pseudonym: string;
  readonly caseId: string | null;
  readonly state: 'running' | 'done';
  readonly startedAtMs: number;
  readonly finishedAtMs: number | null;
  /** Rows and blobs by kind, for example `{ sessions: 3, pictures: 30 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** When the last backup that may hold a copy is gone; `null` while it runs. */
  readonly backupsExpireAtMs: number | null;
}
