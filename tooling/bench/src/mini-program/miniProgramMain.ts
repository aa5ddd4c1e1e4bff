import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MiniProgramTimes } from './MiniProgramTimes.js';
import { writeMiniProgram } from './writeMiniProgram.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SCRIPT = join(ROOT, 'apps', 'demo-wechat', 'scripts', 'benchFirstFrame.mjs');

const USAGE = `npm run bench -- mini-program [--quick]

  --quick  one round, written to .cache/bench: a look whether it works
`;

/**
 * Has the built mini-program measured in its executed host, and writes mini-program.json and mini-program.md.
 *
 * @returns the exit code
 */
export async function miniProgramMain(words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !['--quick', '--help'].includes(word));
  if (unknown !== undefined || words.includes('--help')) {
    (unknown === undefined ? process.stdout : process.stderr).write(USAGE);
    return unknown === undefined ? 0 : 2;
  }
  const quick = words.includes('--quick');
  const output = join(ROOT, quick ? '.cache/bench' : 'docs/bench');
  await mkdir(output, { recursive: true });
  const file = join(output, 'mini-program.json');
  const measuredAt = new Date().toISOString();
  const code = await run([SCRIPT, '--rounds', quick ? '1' : '5', '--out', file]);
  if (code !== 0) return code;
  const measured = JSON.parse(await readFile(file, 'utf8')) as Omit<MiniProgramTimes, 'measuredAt'>;
  const times: MiniProgramTimes = { measuredAt, ...measured };
  const text = writeMiniProgram(times);
  await writeFile(file, `${JSON.stringify(times, null, 2)}\n`);
  await writeFile(join(output, 'mini-program.md'), text);
  process.stdout.write(`${text}\nwritten to ${relative(ROOT, output)}\n`);
  return 0;
}

const run = (words: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
