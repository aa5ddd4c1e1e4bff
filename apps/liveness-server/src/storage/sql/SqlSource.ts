/** What one statement gave. */
export interface SqlResult {
  readonly rows: readonly Record<string, unknown>[];
  /** Rows that were written; `null` where the statement wrote none by its nature. */
  readonly affected: number | null;
}

/** One session of a database, held by one caller until it is released. */
export interface SqlConnection {
  /** @throws HuotiError, see `toStorageError`: never with a value of the statement in its text; DISPOSED once it is released */
  query(text: string, values: readonly unknown[]): Promise<SqlResult>;
  /** Several statements in one text, without values; gives the rows of the last one. Rolls back what it left open. */
  script(text: string): Promise<SqlResult>;
  /** Whether the session is gone: the server has rolled back whatever was open. */
  readonly broken: boolean;
  release(): void;
}

/** Where sessions of one database come from: a pool, or the one session of an embedded database. */
export interface SqlSource {
  readonly kind: 'embedded' | 'postgres';
  /** @throws HuotiError BUSY (retryable) where none is free in time or the server can't be reached, DISPOSED after `close` */
  connect(): Promise<SqlConnection>;
  /** Waits for what runs, then closes. Idempotent. */
  close(): Promise<void>;
}
