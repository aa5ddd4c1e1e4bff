import { createSqlStore } from '../../../src/storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../../../src/storage/openEmbeddedDatabase.js';
import { migrateDatabase } from '../../../src/storage/schema/migrateDatabase.js';
import { createJobQueue } from '../../../src/queue/createJobQueue.js';
import { aConsent, aSession, idOf } from '@huoti/server/testing';

// Writes sessions of several rows each for ever, says each one that was acknowledged, and is killed in the middle of it.
const [folder = '', prefix = ''] = process.argv.slice(2);
const database = await openEmbeddedDatabase({ folder });
await migrateDatabase(database);
const queue = await createJobQueue(database);
const store = createSqlStore({ database, jobs: queue });
process.stdout.write('open\n');
const write = async (name: string): Promise<void> => {
  await store.transaction(async (tx) => {
    await tx.sessions.insert(aSession(name, { state: 'completed' }));
    await tx.consents.insert(aConsent(name));
    await tx.proofs.insertOnce(idOf(name), 1);
    await tx.jobs.enqueue('judge', { sessionId: idOf(name) });
  });
  process.stdout.write(`${name}\n`);
};
for (let at = 0; ; at += 3) {
  await Promise.all([0, 1, 2].map((more) => write(`${prefix}-${String(at + more)}`)));
}
