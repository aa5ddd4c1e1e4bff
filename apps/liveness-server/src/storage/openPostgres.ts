import { createPostgresSource, type PostgresSourceOptions } from './sql/createPostgresSource.js';
import { createSqlDatabase, type SqlDatabase } from './SqlDatabase.js';

/**
 * A Postgres, version 15 or newer, reached by its URL. Connects when the first query asks for it, and again by itself after the
 * server was away.
 *
 * @example const database = openPostgres({ url: process.env.DATABASE_URL, onLost: (error) => log.warn(error.code) });
 */
export function openPostgres(options: PostgresSourceOptions): SqlDatabase {
  return createSqlDatabase(createPostgresSource(options));
}
