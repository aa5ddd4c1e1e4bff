import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PGlite } from '@electric-sql/pglite';
import { createLogger, defaultSettings, startService } from '@huoti/liveness-server';
import { main } from '../src/main.js';

const LONG_MS = 300_000;
const ENTRIES = 230;
/** When the service ran. */
let root: string;
let jwks: { keys: readonly { readonly use: string }[] };

const path = (...parts: readonly string[]): string => join(root, ...parts);

/** Runs the command line in this process. */
async function huoti(...words: readonly string[]) {
  const data: string[] = [];
  const notes: string[] = [];
  const output = {
    data: (line: string) => void data.push(line),
    note: (line: string) => void notes.push(line),
    progress: () => undefined,
    finish: () => undefined,
  };
  const code = await main(['audit', 'verify', ...words], output, new AbortController().signal);
  return { code, out: data.join('\n'), notes: notes.join('\n') };
}
/** Runs SQL in a data folder that no service runs on. */
async function execute(folder: string, statements: readonly string[]): Promise<void> {
  const database = await PGlite.create(join(folder, 'postgres'));
  await database.exec(statements.join(';'));
  await database.close();
}
/** A copy of the service's folder in which somebody with the database has done something. */
async function attacked(name: string, ...statements: readonly string[]): Promise<string> {
  const folder = path(name);
  cpSync(path('data'), folder, { recursive: true });
  await execute(folder, statements);
  return folder;
}
/** Starts the service, asks for its keys, and ends it in order. */
async function serveOnce(lines: string[]): Promise<void> {
  const service = await startService({
    settings: { ...defaultSettings(path('data')), listen: { host: '127.0.0.1', port: 0 } },
    logger: createLogger({ destination: { write: (line) => void lines.push(line) } }),
  });
  const answer = await fetch(`${service.url}/.well-known/jwks.json`);
  jwks = (await answer.json()) as typeof jwks;
  await service.close();
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'huoti-audit-verify-'));
  const lines: string[] = [];
  await serveOnce(lines);
  await execute(path('data'), [
    `INSERT INTO huoti.audit_entries (at_ms, actor, action, object, facts)
      SELECT 1768478400000, 'operator:x', 'picture-view', 'picture-' || at, '{"reason":"case 4711"}'
      FROM generate_series(1, ${ENTRIES}) AS at`,
  ]);
  // The service chains and signs what it finds, to the end.
  await serveOnce(lines);
  writeFileSync(path('jwks.json'), JSON.stringify(jwks));
  // As a collector of logs keeps it, with other lines.
  writeFileSync(
    path('service.log'),
    ['started', ...lines, 'ended'].map((line) => `2026-11-27 | ${line}`).join('\n'),
  );
}, LONG_MS);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('huoti audit verify', () => {
  it(
    'says that an untouched log is intact, and ends with 0',
    async () => {
      const { code, out, notes } = await huoti(
        '--data-folder',
        path('data'),
        '--keys',
        path('jwks.json'),
        '--log',
        path('service.log'),
      );
      expect({ code, notes }).toEqual({ code: 0, notes: '' });
      expect(out).toContain(`intact: entries 1 to ${ENTRIES} (${ENTRIES})`);
      expect(out).toContain(`proven by signatures up to entry ${ENTRIES}`);
    },
    LONG_MS,
  );

  it(
    'prints one JSON object, whose head a later run can be asked for',
    async () => {
      const words = ['--data-folder', path('data'), '--keys', path('jwks.json')];
      const { code, out } = await huoti(...words, '--json');
      expect(code).toBe(0);
      const found = JSON.parse(out) as { head: string };
      expect(found).toMatchObject({
        ok: true,
        entries: ENTRIES,
        firstBad: null,
        signedSeq: ENTRIES,
        findings: [],
      });
      expect((await huoti(...words, '--head', found.head)).code).toBe(0);
      expect(await huoti(...words, '--head', 'f'.repeat(64))).toMatchObject({
        code: 1,
        out: expect.stringContaining('known-head-missing'),
      });
    },
    LONG_MS,
  );

  it.each([
    [
      'rewritten',
      [`UPDATE huoti.audit_entries SET actor = 'system' WHERE chain_seq = 42`],
      'entry-changed at 42',
    ],
    ['dropped', [`DELETE FROM huoti.audit_entries WHERE chain_seq BETWEEN 20 AND 22`], 'entry-missing at 20'],
    ['cut off the end', [`DELETE FROM huoti.audit_entries WHERE chain_seq > 210`], 'tail-missing at 211'],
    [
      'cut off the end with their heads',
      [
        `DELETE FROM huoti.audit_entries WHERE chain_seq > 200`,
        `DELETE FROM huoti.audit_heads WHERE seq > 200`,
      ],
      'tail-missing at 201',
    ],
  ])(
    'shows that entries were %s, and ends with 1',
    async (name, statements, finding) => {
      const folder = await attacked(name, ...statements);
      const words = ['--data-folder', folder, '--keys', path('jwks.json'), '--log', path('service.log')];
      const { code, out } = await huoti(...words);
      expect(code).toBe(1);
      expect(out).toContain('BROKEN');
      expect(out).toContain(finding);
      const json = JSON.parse((await huoti(...words, '--json')).out) as { firstBad: number; ok: boolean };
      expect(json).toMatchObject({ ok: false, firstBad: Number(/\d+$/.exec(finding)?.[0]) });
    },
    LONG_MS,
  );

  it(
    'takes the keys from a URL, and from the folder itself with a word of warning',
    async () => {
      const server: Server = createServer((_request, answer) => answer.end(JSON.stringify(jwks)));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const url = `http://127.0.0.1:${port}/.well-known/jwks.json`;
      expect(await huoti('--data-folder', path('data'), '--keys', url)).toMatchObject({ code: 0, notes: '' });
      server.close();
      const own = await huoti('--data-folder', path('data'));
      expect(own.code).toBe(0);
      expect(own.notes).toContain('whoever can write there may have changed them');
      expect(own.out).toContain('without --log');
    },
    LONG_MS,
  );

  it(
    'asks for a newest head that is new enough',
    async () => {
      const words = ['--data-folder', path('data'), '--keys', path('jwks.json'), '--newest-head-hours', '1'];
      expect((await huoti(...words)).code).toBe(0);
    },
    LONG_MS,
  );

  it.each([
    [[], /give --data-folder DIR, --database URL/],
    [['--database', 'postgres://x/y', '--data-folder', 'z'], /not both/],
    [['--database', 'mysql://x/y', '--keys', 'k'], /--database takes a URL/],
    [['--database', 'postgres://x/y'], /--keys is missing/],
    [['--data-folder', '/nowhere', '--keys', '/nowhere.json'], /--keys: \/nowhere\.json can't be read/],
    [['--database', 'postgres://x/y', '--keys', 'http://other.example/jwks'], /use https/],
    [['--data-folder', 'x', '--keys', 'k', '--head', 'abc'], /--head takes the 64 characters/],
    [['--data-folder', 'x', '--newest-head-hours', '0'], /--newest-head-hours takes/],
    [['--data-folder', 'x', 'more'], /one word too many/],
  ])('ends with 2 and says what is wrong with %j', async (words, message) => {
    const { code, out, notes } = await huoti(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toMatch(message);
  });

  it(
    'ends with 2 for a folder that is none of huoti’s, keys that sign no heads, and a log that is not there',
    async () => {
      const keys = path('jwks.json');
      const folder = await huoti('--data-folder', root, '--keys', keys);
      expect(folder).toMatchObject({ code: 2, notes: expect.stringContaining('no data folder of huoti') });
      const ofResults = jwks.keys.filter(({ use }) => use === 'sig');
      writeFileSync(path('results.json'), JSON.stringify({ keys: ofResults }));
      const wrong = await huoti('--data-folder', path('data'), '--keys', path('results.json'));
      expect(wrong).toMatchObject({ code: 2, notes: expect.stringContaining('no key for the audit log') });
      const log = await huoti('--data-folder', path('data'), '--keys', keys, '--log', path('none.log'));
      expect(log).toMatchObject({ code: 2, notes: expect.stringContaining('--log:') });
    },
    LONG_MS,
  );

  it('never prints a key of the folder', async () => {
    const { d } = (
      JSON.parse(readFileSync(path('data', 'audit-keys.json'), 'utf8')) as { keys: { d: string }[] }
    ).keys[0] ?? { d: '' };
    const { out, notes } = await huoti('--data-folder', path('data'), '--json');
    expect(d.length).toBeGreaterThan(20);
    expect(`${out}${notes}`).not.toContain(d);
  });
});
