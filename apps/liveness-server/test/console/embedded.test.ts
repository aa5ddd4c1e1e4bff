import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { createTestContext } from '@huoti/server/testing';
import { consolePlugin } from '../../src/console/consolePlugin.js';
import { addOperator } from '../../src/console/operators/addOperator.js';
import { createPasswordHasher } from '../../src/console/operators/createPasswordHasher.js';
import { installHeaders } from '../../src/http/installHeaders.js';
import { createJobQueue } from '../../src/queue/createJobQueue.js';
import type { JobQueue } from '../../src/queue/JobQueue.js';
import { createSqlStore } from '../../src/storage/createSqlStore.js';
import { openEmbeddedDatabase } from '../../src/storage/openEmbeddedDatabase.js';
import { migrateDatabase } from '../../src/storage/schema/migrateDatabase.js';
import type { SqlDatabase } from '../../src/storage/SqlDatabase.js';
import { browse } from './support/browse.js';
import { makeSession, makeVerdict } from './support/makeSession.js';
import { PASSWORD } from './support/startConsole.js';
import { storeParts } from './support/storeParts.js';
import { syntheticJpeg } from './support/syntheticJpeg.js';

const START_MS = 120_000;
const SESSION = 'E'.repeat(22);
let folder: string;
let database: SqlDatabase;
let queue: JobQueue;
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-console-'));
  database = await openEmbeddedDatabase({ folder });
  await migrateDatabase(database);
  queue = await createJobQueue(database);
  const context = { ...(await createTestContext()), store: createSqlStore({ database, jobs: queue }) };
  const passwords = createPasswordHasher({ memoryKib: 8, passes: 1, lanes: 1 });
  await addOperator(context, { name: 'rui', role: 'reviewer', password: PASSWORD, passwords });
  const session = makeSession(SESSION, { issuedAtMs: context.time.nowMs() - 60_000 });
  await context.store.transaction(async ({ sessions, verdicts }) => {
    await sessions.insert(session);
    await verdicts.insertOnce(makeVerdict(session));
  });
  await storeParts(context, SESSION, { 'picture-1-4': await syntheticJpeg(1) });
  app = fastify();
  await installHeaders(app);
  await app.register(consolePlugin, { context, settings: { passwords, timeZone: 'Asia/Shanghai' } });
}, START_MS);

afterAll(async () => {
  await app.close();
  await queue.stop();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the console on the embedded database, behind the headers of the whole service', () => {
  it('signs in, counts, lists, filters, opens a session and a picture, and writes it all down', async () => {
    const rui = await browse(app, 'rui');
    expect((await rui.get('/console')).body).toContain('class="verified"');
    const filters = '?subject=customer-1&client=bank&state=decided&reason=none';
    expect((await rui.get(`/console/sessions${filters}`)).body).toContain(SESSION);
    const { body } = await rui.get(`/console/sessions/${SESSION}`);
    expect(body).toContain('Times are Asia/Shanghai.');
    // 11:59 in UTC.
    expect(body).toContain('2026-01-15 19:59:00');
    const look = await rui.post(`/console/sessions/${SESSION}/pictures/picture-1-4`, {
      token: await rui.token(),
      reason: 'case 4711',
    });
    expect([look.statusCode, look.headers['content-type']]).toEqual([200, 'image/jpeg']);
    const audit = await rui.get('/console/audit?action=picture-view');
    expect(audit.body).toContain('reason: case 4711');
    await rui.post('/console/sign-out', { token: await rui.token() });
    expect((await rui.get('/console')).statusCode).toBe(303);
  });

  it('the console’s own policies stand, not those of an API answer', async () => {
    const rui = await browse(app, 'rui');
    const { headers } = await rui.get('/console');
    expect(headers['content-security-policy']).toContain("style-src 'self'");
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toContain('max-age');
  });

  it('guesses in one burst are counted together by the database too', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, async () => {
        const browsing = await browse(app);
        return (await browsing.post('/console/sign-in', { name: 'rui', password: 'wrong wrong wrong' }))
          .statusCode;
      }),
    );
    expect(answers.filter((status) => status === 429)).toHaveLength(4);
  });
});
