import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUSY_LOAD_PER_CORE, isBusy, loadNow } from '../machine/machineFacts.js';
import { FULL_LOAD, QUICK_LOAD } from './LoadAmount.js';
import { LOAD_USAGE, readLoadArguments } from './readLoadArguments.js';
import { fillBlocks } from './report/fillBlocks.js';
import { scalingBlocks } from './report/scalingBlocks.js';
import { serverBlocks } from './report/serverBlocks.js';
import { writeLoad } from './report/writeLoad.js';
import { runLoad } from './runLoad.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SCALING = join(ROOT, 'docs', 'scaling.md');
const README = join(ROOT, 'README.md');
/** Where the numbers lie that the documents show. */
const DOCS = 'docs/bench';
/** "The machine lacks something", as the other root commands have it: here, quiet. */
const MACHINE_LACKS_SOMETHING = 3;

/**
 * Measures the service under load and writes load.json and load.md. A run into docs/bench also fills in the numbers of
 * docs/scaling.md and README.md.
 *
 * @returns the exit code: 1 where sessions did not end as they should, 3 where quiet was asked for and there is none
 */
export async function loadMain(words: readonly string[]): Promise<number> {
  const asked = readLoadArguments(words);
  if (asked.help) {
    process.stdout.write(LOAD_USAGE);
    return 0;
  }
  const say = (line: string): void => void process.stderr.write(`bench: ${line}\n`);
  const loadAtStart = loadNow();
  if (isBusy(loadAtStart)) {
    const busy = `load ${loadAtStart.toFixed(1)}, more than ${BUSY_LOAD_PER_CORE} a core`;
    if (asked.requireQuiet) {
      say(`the machine is busy (${busy}): run it again when nothing else runs`);
      return MACHINE_LACKS_SOMETHING;
    }
    say(`the machine is busy (${busy}); the report will say so`);
  }
  const amount = { ...(asked.quick ? QUICK_LOAD : FULL_LOAD), httpSessions: asked.sessions };
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopping.abort(new TypeError(`ended by ${name}`)));
  const results = await runLoad({
    amount,
    say,
    loadAtStart,
    signal: stopping.signal,
    ...(asked.partitioned ? { partitionedBy: SCALING } : {}),
  });
  const isLook = asked.quick || asked.partitioned;
  const output = resolve(ROOT, asked.outputFolder ?? (isLook ? '.cache/bench' : DOCS));
  await mkdir(output, { recursive: true });
  const text = writeLoad(results);
  await writeFile(join(output, 'load.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(output, 'load.md'), text);
  if (output === resolve(ROOT, DOCS)) {
    await writeFile(SCALING, fillBlocks(await readFile(SCALING, 'utf8'), scalingBlocks(results)));
    await writeFile(README, fillBlocks(await readFile(README, 'utf8'), serverBlocks(results)));
  }
  process.stdout.write(`${text}\n`);
  say(`took ${results.tookSeconds} s; written to ${relative(ROOT, output)}`);
  return results.levels.some(({ steady }) => Object.keys(steady.problems).length > 0) ? 1 : 0;
}
