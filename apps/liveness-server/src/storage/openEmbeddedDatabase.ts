import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { HuotiError } from '@huoti/protocol';
import { lockFolder } from './lockFolder.js';
import { createPgliteSource, PGLITE_PARSERS } from './sql/createPgliteSource.js';
import { toStorageError } from './sql/toStorageError.js';
import { createSqlDatabase, type SqlDatabase } from './SqlDatabase.js';

/** Enough for the rows of one machine; the default of 128 MB costs twice the memory at the same speed. */
const SETTINGS = ['shared_buffers=16MB'];

/**
 * Opens, or makes, the embedded Postgres in a folder: nothing to install, one process at a time. A killed process loses nothing
 * that was acknowledged; a power cut may, because nothing is forced to the disk. For production there is `openPostgres`.
 *
 * @param options.folder the data folder; the database lies in its `postgres`, the lock beside
 * @throws HuotiError BUSY where another process owns the folder, HOST_ERROR where the database in it does not open
 * @example const database = await openEmbeddedDatabase({ folder: './data' });
 */
export async function openEmbeddedDatabase({ folder }: { folder: string }): Promise<SqlDatabase> {
  const lock = lockFolder(folder);
  try {
    const pglite = await PGlite.create(join(folder, 'postgres'), {
      postgresqlconf: SETTINGS,
      parsers: PGLITE_PARSERS,
    });
    return createSqlDatabase(createPgliteSource(pglite), { onClosed: () => lock.release() });
  } catch (error) {
    lock.release();
    throw new HuotiError('HOST_ERROR', `the embedded database in ${folder} does not open`, {
      cause: toStorageError(error, { unanswered: 'HOST_ERROR' }),
    });
  }
}
