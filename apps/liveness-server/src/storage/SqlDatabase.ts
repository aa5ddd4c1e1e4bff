import { CamelCasePlugin, Kysely } from 'kysely';
import { createSqlDialect } from './sql/createSqlDialect.js';
import type { SqlSource } from './sql/SqlSource.js';
import { SCHEMA } from './schema/SCHEMA.js';
import type { Tables } from './schema/Tables.js';

/** An open database: its query builder, and the source of sessions below it for those that bring their own SQL. */
export interface SqlDatabase {
  readonly kind: 'embedded' | 'postgres';
  readonly kysely: Kysely<Tables>;
  readonly source: SqlSource;
  /** Waits for what runs, then closes. Idempotent. */
  close(): Promise<void>;
}

/** Builds the query builder on a source. */
export function createSqlDatabase(
  source: SqlSource,
  { onClosed }: { onClosed?: () => void } = {},
): SqlDatabase {
  const kysely = new Kysely<Tables>({
    dialect: createSqlDialect(source),
    // JSON columns hold objects of ours: their keys stay as they are.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema(SCHEMA);
  let closing: Promise<void> | null = null;
  return {
    kind: source.kind,
    kysely,
    source,
    close() {
      closing ??= (async () => {
        await source.close();
        onClosed?.();
      })();
      return closing;
    },
  };
}
