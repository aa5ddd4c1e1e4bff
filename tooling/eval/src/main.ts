import { resolve } from 'node:path';
import { passiveFusion, sessionFusion } from '@huoti/core';
import { checkCommand } from './check/checkCommand.js';
import { fitCommand } from './fit/fitCommand.js';
import { leaveOnePersonOut } from './fit/leaveOnePersonOut.js';
import { passivePrior } from './fit/passivePrior.js';
import { measuredFixtures, type FixtureTable } from './measure/measuredFixtures.js';
import { formatFiles } from './formatFiles.js';
import { fixturesFolder, REPORT_FOLDER } from './paths.js';
import { readArguments, USAGE, type EvalArguments } from './readArguments.js';
import { stillsSection } from './report/stillsSection.js';
import { writeReport } from './report/writeReport.js';
import { assertSplit } from './rows/assertSplit.js';
import type { Presentation } from './rows/Presentation.js';
import { readPresentations } from './rows/readPresentations.js';

/** How a command is run again, without the paths of this machine. */
function commandText({ command, presentations }: EvalArguments): string {
  const names = presentations.map((path) => ` --presentations ${path.split('/').pop()}`);
  return `node tooling/eval/dist/bin.js ${command}${names.join('')}`;
}

/** @returns the exit code: 1 where a rate is worse than the committed table, 0 otherwise */
export async function main(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<number> {
  const asked = readArguments(words);
  const say = (line: string): void => void process.stderr.write(`eval: ${line}\n`);
  if (asked.command === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  const fixtures = fixturesFolder(env);
  if (asked.command === 'check') {
    const worse = await checkCommand({ fixtures, say, signal });
    for (const line of worse) process.stdout.write(`worse: ${line}\n`);
    if (worse.length === 0) process.stdout.write('no rate is worse than the committed table\n');
    return worse.length === 0 ? 0 : 1;
  }
  const measured = (table: FixtureTable): Promise<readonly Presentation[]> =>
    measuredFixtures({ table, fixtures, again: asked.again, say, signal });
  const clips = await measured('liveness-videos');
  // Pictures get no verdict, and nothing is fitted on them.
  const stills = asked.command === 'fit' ? [] : await measured('liveness-stills');
  const sessions = (
    await Promise.all(asked.presentations.map((path) => readPresentations(resolve(path))))
  ).flat();
  assertSplit([...clips, ...stills, ...sessions]);
  const common = { command: commandText(asked), date: new Date().toISOString().slice(0, 10) };
  if (asked.command === 'fit') await fitCommand({ clips, sessions, say, ...common });
  if (asked.command === 'report') await report(asked, { clips, stills, sessions, ...common });
  return 0;
}

interface Measured {
  readonly clips: readonly Presentation[];
  readonly stills: readonly Presentation[];
  readonly sessions: readonly Presentation[];
  readonly command: string;
  readonly date: string;
}

async function report(asked: EvalArguments, measured: Measured): Promise<void> {
  const { clips, stills, sessions, command, date } = measured;
  const folder = asked.out === null ? REPORT_FOLDER : resolve(asked.out);
  const common = { command, date, folder };
  const written = await writeReport({
    ...common,
    name: 'clips',
    title: 'Clips of real people and real attacks',
    about: [
      'Recordings that answer no plan and no light, judged by the passive fusion, as `huoti eval liveness` does.',
    ],
    rows: clips,
    model: passiveFusion,
    heldOut: leaveOnePersonOut(
      passivePrior,
      clips.filter(({ part }) => part === 'train'),
    ),
    more: stillsSection(stills),
  });
  formatFiles(written);
  for (const plan of ['light', 'no-light'] as const) {
    const rows = sessions.filter((row) => row.plan === plan);
    if (rows.length === 0) continue;
    const session = await writeReport({
      ...common,
      name: `sessions-${plan}`,
      title: plan === 'light' ? 'Sessions with light' : 'Sessions without light',
      about: [
        'Sessions that answer a plan: live people and attacks played by the workshop of `tooling/actor`. Attacks made from footage are a floor, not a certificate.',
      ],
      rows,
      model: plan === 'light' ? sessionFusion : passiveFusion,
      heldOut: null,
    });
    formatFiles(session);
  }
}
