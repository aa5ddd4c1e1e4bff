import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { enrolTemplate, exportPortable, openRightsCase } from '@huoti/server';
import { createTestContext } from '@huoti/server/testing';
import { unzipSync } from 'fflate';
import { runCommandLine } from './runCommandLine.js';

/** The embedded database is made at the first command. */
const LIMIT_MS = 240_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-rights-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine(words, {
    env: { HUOTI_DATA_FOLDER: join(folder, 'data') },
    print: (text) => void printed.push(text),
    note: (text) => void noted.push(text),
    readSecret: () => Promise.resolve(''),
    signal: new AbortController().signal,
  });
  return { code, printed, noted: noted.join('\n') };
}

describe('requests of people at the command line', () => {
  it(
    'are recorded, listed, answered, and given as a file for its owner alone, on a real database',
    async () => {
      const of = ['--client', 'bank', '--subject', 'anna'];
      const opened = await run(
        'rights',
        'open',
        ...of,
        '--kind',
        'access',
        '--received',
        '2026-11-20T09:00:00+08:00',
      );
      expect(opened).toMatchObject({
        code: 0,
        noted: expect.stringMatching(/^recorded, due 2026-12-11T15:59:59/),
      });
      const [id = ''] = opened.printed;
      expect(await run('rights', 'open', ...of, '--kind', 'access')).toMatchObject({
        printed: [id],
        noted: expect.stringMatching(/^was recorded before/),
      });
      const list = await run('rights', 'list', '--state', 'open');
      expect(list.printed.map((line) => line.split('\t').slice(0, 5))).toEqual([
        [id, 'bank', 'anna', 'access', 'open'],
      ]);

      const path = join(folder, 'anna.zip');
      expect((await run('rights', 'archive', id, path, '--language', 'en')).code).toBe(0);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const files = unzipSync(readFileSync(path));
      expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('<html lang="en"');
      const before = readFileSync(path);
      const again = await run('rights', 'archive', id, path);
      expect([again.code, again.noted]).toEqual([2, expect.stringContaining('a file that is not there yet')]);
      expect(readFileSync(path)).toEqual(before);

      expect((await run('rights', 'close', id, '--outcome', 'refused')).noted).toContain('note:');
      expect((await run('rights', 'close', id, '--outcome', 'done')).noted).toContain(`${id} is done`);
      expect((await run('rights', 'list', '--state', 'open')).printed).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'take in what a person brings from another operator',
    async () => {
      const other = await createTestContext();
      const template = syntheticTemplate('anna');
      await enrolTemplate(other, { clientId: 'shop', id: 'face-1', subject: 's-9', template });
      const asked = await openRightsCase(other, { clientId: 'shop', subject: 's-9', kind: 'portability' });
      const recipient: unknown = JSON.parse((await run('portable', 'key')).printed[0] ?? '');
      const made = await exportPortable(other, { caseId: asked.ok ? asked.rightsCase.id : '', recipient });
      const [file, keys] = [join(folder, 'anna.jwe'), join(folder, 'shop.jwks.json')];
      writeFileSync(file, made.ok ? made.document : '');
      writeFileSync(keys, JSON.stringify(other.signer.jwks()));
      const taken = [
        'portable',
        'import',
        file,
        '--client',
        'bank',
        '--subject',
        'anna',
        '--sender-keys',
        keys,
      ];
      expect(await run(...taken, '--source-subject', 's-8')).toMatchObject({ code: 2, printed: [] });
      expect(await run(...taken, '--source-subject', 's-9')).toMatchObject({
        code: 0,
        printed: ['face-1\tsynthetic@1\tnew'],
      });
      expect((await run(...taken, '--source-subject', 's-9')).printed).toEqual([
        'face-1\tsynthetic@1\twas here',
      ]);
    },
    LIMIT_MS,
  );

  it.each([
    [['rights', 'open', '--client', 'bank', '--kind', 'access'], '--subject is missing'],
    [['rights', 'open', '--client', 'b', '--subject', 'a', '--kind', 'forget'], '--kind: one of'],
    [
      ['rights', 'open', '--client', 'b', '--subject', 'a', '--kind', 'access', '--received', 'soon'],
      '--received',
    ],
    [['rights', 'close', 'x', '--outcome', 'maybe'], '--outcome done'],
    [['rights', 'archive', 'x', 'y', '--language', 'xx'], '--language: one of'],
    [['rights', 'list', '--state', 'lost'], '--state open'],
    [
      [
        'portable',
        'import',
        '/nowhere',
        '--client',
        'b',
        '--subject',
        'a',
        '--source-subject',
        'a',
        '--sender-keys',
        'k',
      ],
      "can't be read",
    ],
  ])('%j says what is wrong', async (words, message) => {
    expect(await run(...words)).toMatchObject({ code: 2, noted: expect.stringContaining(message) });
    expect(existsSync('y')).toBe(false);
  });
});
