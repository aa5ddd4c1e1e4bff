import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCommandLine } from './runCommandLine.js';

/** The embedded database is made at the first command. */
const LIMIT_MS = 120_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  line: string,
  { secret = '', env = {} }: { secret?: string; env?: Record<string, string> } = {},
) {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine(
    line.split(' ').filter((word) => word !== ''),
    {
      env: { HUOTI_DATA_FOLDER: join(folder, 'data'), ...env },
      print: (text) => void printed.push(text),
      note: (text) => void noted.push(text),
      readSecret: () => Promise.resolve(secret),
      signal: new AbortController().signal,
    },
  );
  return { code, printed, noted: noted.join('\n') };
}

describe('huoti-server', () => {
  it('lists its commands', async () => {
    const { code, printed } = await run('--help');
    expect(code).toBe(0);
    for (const name of [
      'start',
      'api',
      'worker',
      'migrate',
      'keys create',
      'operators add',
      'master-key rotate',
    ])
      expect(printed.join('\n')).toContain(`  ${name}`);
  });

  it.each([
    ['', /COMMAND/],
    ['dance', /no command "dance"/],
    ['keys create', /--client ID is missing/],
    ['keys create --client bank --scopes all', /"all" is none of sessions/],
    ['keys create --client bank --days soon', /--days: a whole number/],
    ['keys revoke', /1 argument\(s\) expected, 0 given/],
    ['migrate now', /0 argument\(s\) expected, 1 given/],
    ['operators add li.na', /--role viewer sees no face/],
    ['signing-key create x --alg RS256', /--alg/],
  ])('says what is wrong with "%s"', async (line, message) => {
    const { code, printed, noted } = await run(line);
    expect([code, printed]).toEqual([2, []]);
    expect(noted).toMatch(message);
  });

  it('names every wrong variable at once', async () => {
    const { code, noted } = await run('migrate', { env: { HUOTI_PORT: 'x', HUOTI_LOG_LEVEL: 'y' } });
    expect(code).toBe(2);
    expect(noted).toMatch(/2 problem\(s\)[^]*HUOTI_PORT[^]*HUOTI_LOG_LEVEL/);
  });

  it(
    'makes, lists, rotates and revokes API keys, and shows each once',
    async () => {
      const made = await run('keys create --client bank --scopes sessions,compare --days 30');
      expect([made.code, made.printed]).toEqual([0, [expect.stringMatching(/^hk_[\w-]{66}$/)]]);
      const text = made.printed[0] ?? '';
      const id = text.slice(3, 25);
      const [line = ''] = (await run('keys list --client bank')).printed;
      expect(line.split('\t')).toEqual([
        id,
        'bank',
        'sessions,compare',
        expect.any(String),
        expect.any(String),
        '-',
      ]);
      expect(line).not.toContain(text.slice(26));
      const rotated = await run(`keys rotate ${id} --overlap-hours 1`);
      expect(rotated.printed[0]).toMatch(/^hk_/);
      const newId = (rotated.printed[0] ?? '').slice(3, 25);
      expect((await run(`keys revoke ${newId}`)).code).toBe(0);
      const again = await run(`keys revoke ${newId}`);
      expect([again.code, again.noted]).toEqual([2, expect.stringMatching(/no such API key/)]);
      expect((await run('keys list --client shop')).printed).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'makes accounts with a password from standard input, and shows no hash of it',
    async () => {
      const secret = 'correct-horse-battery-staple';
      expect((await run('operators add li.na --role reviewer', { secret })).code).toBe(0);
      const list = await run('operators list');
      expect(list.printed[0]).toMatch(/^li\.na\treviewer\t/);
      expect(list.printed.join()).not.toMatch(/argon2|correct-horse/);
      expect((await run('operators add li.na --role viewer', { secret })).code).toBe(2);
      expect((await run('operators password li.na', { secret: 'short' })).code).toBe(2);
      expect((await run('operators disable li.na')).code).toBe(0);
      expect((await run('operators list')).printed[0]).not.toMatch(/\t-$/);
    },
    LIMIT_MS,
  );

  it(
    'puts everything under a new master key, and takes the old one away only then',
    async () => {
      const file = join(folder, 'data', 'master-keys');
      const old = /^(mk-\w+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      expect((await run(`master-key add ${file}`)).printed[0]).toMatch(/^mk-/);
      const early = await run(`master-key remove ${file} ${old}`);
      expect([early.code, early.noted]).toEqual([2, expect.stringMatching(/still under/)]);
      expect((await run('master-key rotate')).noted).toMatch(/^[1-9]\d* data key/);
      expect((await run(`master-key remove ${file} ${old}`)).code).toBe(0);
      expect((await run('keys list')).code).toBe(0);
    },
    LIMIT_MS,
  );

  it('makes key files for their owner alone, and never in the place of another', async () => {
    const file = join(folder, 'signing.json');
    expect((await run(`signing-key create ${file} --alg EdDSA`)).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect((await run(`signing-key create ${file}`)).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const master = join(folder, 'master');
    expect((await run(`master-key create ${master}`)).code).toBe(0);
    expect((await run(`master-key create ${master}`)).code).toBe(2);
  });

  it(
    'removes what ran out and says how much',
    async () => {
      const { code, printed } = await run('expire');
      expect(code).toBe(0);
      expect(JSON.parse(printed[0] ?? '')).toMatchObject({ sessionsEnded: 0, more: false });
    },
    LIMIT_MS,
  );
});
