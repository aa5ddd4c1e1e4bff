import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { realFixtures } from './support/fixtures.js';

/** The built program: what a person runs. */
const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** Some twenty clips: two minutes on two quiet cores. */
const LONG_MS = 900_000;

const fixtures = realFixtures('the short check of error rates over real people and real attacks');

if (fixtures !== null) {
  describe('the short check', () => {
    it(
      'no rate over real clips is worse than the committed table beyond its interval',
      async () => {
        const { code, stdout } = await new Promise<{ code: number; stdout: string }>((resolve) => {
          const env = { ...process.env, HUOTI_FIXTURES: fixtures };
          const child = execFile(process.execPath, [BIN, 'check'], { env }, (_error, text) =>
            resolve({ code: child.exitCode ?? -1, stdout: text }),
          );
        });
        expect({ code, stdout }).toEqual({ code: 0, stdout: 'no rate is worse than the committed table\n' });
      },
      LONG_MS,
    );
  });
}

describe('the program', () => {
  it('says what it can do, and ends with 2 for a word that it does not know', async () => {
    const run = (words: readonly string[]) =>
      new Promise<{ code: number | null; text: string }>((resolve) => {
        const child = execFile(process.execPath, [BIN, ...words], (_error, stdout, stderr) =>
          resolve({ code: child.exitCode, text: stdout + stderr }),
        );
      });
    const help = await run(['help']);
    expect(help.code).toBe(0);
    for (const command of ['measure', 'fit', 'report', 'check']) expect(help.text).toContain(command);
    const wrong = await run(['frobnicate']);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.text).toContain('"frobnicate" is no command');
  });
});
