import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FULL, QUICK } from './Amount.js';
import type { FrameSet } from './frames/FrameSet.js';
import { recordedFrames } from './frames/recordedFrames.js';
import { syntheticFrames } from './frames/syntheticFrames.js';
import { loadMain } from './load/loadMain.js';
import { BUSY_LOAD_PER_CORE, isBusy, loadNow } from './machine/machineFacts.js';
import { miniProgramMain } from './mini-program/miniProgramMain.js';
import { readArguments, USAGE } from './readArguments.js';
import { drawChart } from './report/drawChart.js';
import { writeTable } from './report/writeTable.js';
import { runBench } from './runBench.js';
import { signalsMain } from './signals/signalsMain.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** "The machine lacks something", as the other root commands have it: here, quiet. */
const MACHINE_LACKS_SOMETHING = 3;

/**
 * `load` measures the service, `signals` what the signals add to a frame, `mini-program` the built demo in its executed host; anything else measures the engines: writes results.json, table.md and chart.svg, and prints the table.
 *
 * @returns the exit code: 1 where an engine failed, 3 where quiet was asked for and there is none
 */
export async function main(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (words[0] === 'load') return loadMain(words.slice(1));
  if (words[0] === 'mini-program') return miniProgramMain(words.slice(1));
  if (words[0] === 'signals') return signalsMain(words.slice(1), env);
  const asked = readArguments(words);
  if (asked.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const loadAtStart = loadNow();
  const busy = `load ${loadAtStart.toFixed(1)}, more than ${BUSY_LOAD_PER_CORE} a core`;
  if (isBusy(loadAtStart)) {
    if (asked.requireQuiet) {
      process.stderr.write(`bench: the machine is busy (${busy}): run it again when nothing else runs\n`);
      return MACHINE_LACKS_SOMETHING;
    }
    process.stderr.write(`bench: the machine is busy (${busy}); the table will say so\n`);
  }
  const amount = asked.quick ? QUICK : FULL;
  const say = (line: string): void => void process.stderr.write(`bench: ${line}\n`);
  say('preparing frames');
  const folder = resolve(ROOT, env['HUOTI_FIXTURES'] || '../shared/fixtures');
  const recorded: FrameSet | null = asked.synthetic ? null : await recordedFrames(folder, amount.frameCount);
  const frameSet = recorded ?? (await syntheticFrames(amount.frameCount));
  const results = await runBench({
    frameSet,
    amount,
    ...(asked.only ? { only: asked.only } : {}),
    cacheFolder: join(ROOT, '.cache', 'bench', 'brotli'),
    say,
    loadAtStart,
  });
  const output = resolve(ROOT, asked.outputFolder ?? (asked.quick ? '.cache/bench' : 'docs/bench'));
  await mkdir(output, { recursive: true });
  const text = writeTable(results);
  await writeFile(join(output, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(output, 'table.md'), text);
  await writeFile(join(output, 'chart.svg'), drawChart(results));
  process.stdout.write(`${text}\n`);
  say(`took ${results.tookSeconds} s; written to ${relative(ROOT, output)}`);
  return results.engines.some(({ problems }) => problems.length > 0) ? 1 : 0;
}
