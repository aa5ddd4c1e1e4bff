import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { openEmbeddedDatabase } from '../../src/storage/openEmbeddedDatabase.js';
import { withConnection } from '../../src/storage/sql/withConnection.js';
import { runChild, type Child } from '../support/runChild.js';

const KILLS = 3;
/** Sessions acknowledged before each kill; the last ones are then in the middle of their transactions. */
const BEFORE_KILL = 25;
let root: string;
const children: Child[] = [];
const start = (file: string, ...args: string[]): Child => {
  const child = runChild(file, args);
  children.push(child);
  return child;
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'huoti-faults-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the embedded database', () => {
  it(`killed ${String(KILLS)} times in the middle of transactions keeps every acknowledged session, whole, and none by half`, async () => {
    const folder = join(root, 'killed');
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = start('writeSessions', folder, `round${String(kill)}`);
      expect(await child.nextLine()).toBe('open');
      const until = acknowledged.length + BEFORE_KILL;
      while (acknowledged.length < until) acknowledged.push((await child.nextLine()) ?? 'ended');
      await child.kill();
      // What it still said before it died.
      for (let line = await child.nextLine(); line !== null; line = await child.nextLine())
        acknowledged.push(line);
    }
    const database = await openEmbeddedDatabase({ folder });
    const idsOf = (sql: string): Promise<string[]> =>
      withConnection(database.source, async (connection) => {
        const { rows } = await connection.query(sql, []);
        return rows.map((row) => String(row['id']).replace(/_+$/, '')).sort();
      });
    const sessions = await idsOf('SELECT id FROM huoti.sessions');
    expect(await idsOf('SELECT session_id AS id FROM huoti.consents')).toEqual(sessions);
    expect(await idsOf('SELECT id FROM huoti.proofs')).toEqual(sessions);
    expect(await idsOf(`SELECT data->>'sessionId' AS id FROM huoti_jobs.job`)).toEqual(sessions);
    expect(acknowledged.filter((name) => !sessions.includes(name))).toEqual([]);
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    await database.close();
  }, 120_000);

  it('belongs to one process: a second is told whose it is, and it is free when that one is killed or closed', async () => {
    const folder = join(root, 'owned');
    const owner = start('holdFolder', folder);
    expect(await owner.nextLine()).toBe('open');
    const second = start('holdFolder', folder);
    const refused = await second.nextLine();
    expect(refused).toContain('BUSY');
    expect(refused).toContain(`process ${String(owner.pid)}`);
    expect(refused).toContain('DATABASE_URL');

    await owner.kill();
    const database = await openEmbeddedDatabase({ folder });
    const third = start('holdFolder', folder);
    expect(await third.nextLine()).toContain(`process ${String(process.pid)}`);
    const inThisProcess = await openEmbeddedDatabase({ folder }).catch((error: unknown) => error);
    expect(isHuotiError(inThisProcess, 'BUSY')).toBe(true);

    await database.close();
    await database.close();
    const fourth = start('holdFolder', folder);
    expect(await fourth.nextLine()).toBe('open');
  }, 120_000);

  it('that can not be written is refused as a wrong folder', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const opened = openEmbeddedDatabase({ folder: join(file, 'data') });
    await expect(opened).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
