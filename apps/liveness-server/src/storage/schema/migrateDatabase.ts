import { HuotiError } from '@huoti/protocol';
import { Migrator, sql, type Migration } from 'kysely';
import { toStorageError } from '../sql/toStorageError.js';
import { m0001Sessions } from './migrations/m0001Sessions.js';
import { m0002Service } from './migrations/m0002Service.js';
import { m0003Platform } from './migrations/m0003Platform.js';
import { m0004Privacy } from './migrations/m0004Privacy.js';
import type { SqlDatabase } from '../SqlDatabase.js';
import { SCHEMA } from './SCHEMA.js';

const statements = (texts: readonly string[]): Migration => ({
  async up(db) {
    for (const text of texts) await sql.raw(text).execute(db);
  },
});

/**
 * In order of their names; never changed once released, only added to. Each one adds (a table, a column that may be null, an
 * index) and takes nothing away that the release before needs, so that the release before still runs while the next one is rolled out.
 */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-sessions': statements(m0001Sessions),
  '0002-service': statements(m0002Service),
  '0003-platform': statements(m0003Platform),
  '0004-privacy': statements(m0004Privacy),
};

const createMigrator = (database: SqlDatabase): Migrator =>
  new Migrator({
    db: database.kysely,
    // A module, not a folder: it ships inside the built package.
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableSchema: SCHEMA,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });

/**
 * Brings the database up to this release, in one transaction. Of two that start together one does the work and the other
 * finds none left.
 *
 * @returns names of the migrations that this call applied
 * @throws HuotiError BUSY (retryable) where the database can't be reached, HOST_ERROR where a migration failed or the
 *   database is of a newer release
 */
export async function migrateDatabase(database: SqlDatabase): Promise<readonly string[]> {
  const { error, results = [] } = await createMigrator(database).migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error');
    const typed = toStorageError(error, { unanswered: 'HOST_ERROR' });
    if (typed.retryable) throw typed;
    const which = failed === undefined ? '' : ` at ${failed.migrationName}`;
    throw new HuotiError('HOST_ERROR', `the database could not be brought up to this release${which}`, {
      cause: typed,
    });
  }
  return results.map((result) => result.migrationName);
}

/** Names of migrations that this release needs and the database has not seen: a server that finds one is not ready. */
export async function pendingMigrations(database: SqlDatabase): Promise<readonly string[]> {
  const known = await createMigrator(database).getMigrations();
  return known.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}
