import { createServerContext } from '@huoti/server';
import type { ServiceSettings } from '../config/ServiceSettings.js';
import { toServerSettings } from '../config/toServerSettings.js';
import { errorFacts } from '../logging/errorFacts.js';
import type { Logger } from '../logging/Logger.js';
import { createJobQueue } from '../queue/createJobQueue.js';
import { createSqlStore } from '../storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../storage/openEmbeddedDatabase.js';
import { openPostgres } from '../storage/openPostgres.js';
import { migrateDatabase } from '../storage/schema/migrateDatabase.js';
import { createSecureRandom } from './createSecureRandom.js';
import { openBlobStore } from './openBlobStore.js';
import { openKeys } from './openKeys.js';
import { openSigner } from './openSigner.js';
import type { Resources } from './Resources.js';

/** Options of {@link openResources}. */
export interface OpenResourcesOptions {
  readonly logger: Logger;
  /** The origin that clients call. */
  readonly publicUrl: string;
}

const systemTime = { nowMs: () => Date.now() };

/**
 * Opens everything that a process of the service works with: database (brought up to this release), queue, blobs, keys.
 *
 * @throws HuotiError BUSY where the database can't be reached or its folder belongs to another process; INVALID_ARGUMENT for
 * keys that are missing or none
 * @example const { context, queue, close } = await openResources(settings, { logger, publicUrl });
 */
export async function openResources(
  settings: ServiceSettings,
  { logger, publicUrl }: OpenResourcesOptions,
): Promise<Resources> {
  const { database: databaseSettings, dataFolder } = settings;
  const { url, poolSize } = databaseSettings;
  const database =
    url === null
      ? await openEmbeddedDatabase({ folder: dataFolder })
      : openPostgres({ url, poolSize, onLost: (error) => logger.warn('database-lost', errorFacts(error)) });
  const opened: (() => Promise<void> | void)[] = [() => database.close()];
  // In the reverse order: what was opened last stands on what was opened first.
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one();
  };
  try {
    await migrateDatabase(database);
    const queue = await createJobQueue(database, {
      onError: (error) => logger.warn('queue-look-failed', errorFacts(error)),
    });
    opened.push(() => queue.stop());
    const { blobs, close: closeBlobs } = await openBlobStore(settings.blobs, { database, time: systemTime });
    opened.push(closeBlobs);
    const random = createSecureRandom();
    const context = await createServerContext({
      store: createSqlStore({ database, jobs: queue }),
      blobs,
      masterKeys: await openKeys(settings, { random }),
      signer: await openSigner(settings, { issuer: publicUrl, use: 'sig' }),
      auditSigner: await openSigner(settings, { issuer: publicUrl, use: 'audit' }),
      // Whoever owns the database can take rows away, and not what the log has collected elsewhere.
      onAuditHead: ({ seq, jws }) => logger.info('audit-head', { seq, head: jws }),
      time: systemTime,
      random,
      settings: toServerSettings(settings, publicUrl),
    });
    return { context, database, queue, close };
  } catch (error) {
    await close();
    throw error;
  }
}
