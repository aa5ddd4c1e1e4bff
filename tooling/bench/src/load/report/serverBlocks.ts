import type { LoadResults } from '../LoadResults.js';
import type { Blocks } from './fillBlocks.js';
import { loadAims } from './loadAims.js';
import { markdownTable } from './markdownTable.js';
import { sessionCost } from './sessionCost.js';
import { words } from './words.js';

/** The measured part of README.md. */
export function serverBlocks(results: LoadResults): Blocks {
  const { levels, machine, recompute } = results;
  const table = markdownTable(
    ['session', 'API', 'worker', 'Postgres', 'a second and core', 'complete to verdict, p95'],
    levels
      .filter(({ database }) => database === 'postgres')
      .map((level) => {
        const { apiMs, workerMs, postgresMs, allMs } = sessionCost(level);
        return [
          `\`${level.level}\``,
          words.ms(apiMs),
          words.ms(workerMs),
          words.ms(postgresMs),
          words.perSecond(1000 / allMs),
          words.ms(level.steady.verdict.p95Ms),
        ];
      }),
  );
  const missed = loadAims(results).filter(({ reached }) => reached !== true);
  const judging = `Judging alone: ${words.ms(recompute.trace.cpuMs.p50Ms)} for a \`trace\`, ${words.ms(recompute.frames.cpuMs)} for ${recompute.frames.pictures} pictures, ${words.ms(recompute.frames.modelsMs)} of it in the models.`;
  return {
    server: [
      table,
      '',
      ...(machine.busy ? ['Provisional: the machine had other work meanwhile.', ''] : []),
      judging,
      ...missed.map(
        ({ aim, reached, measured }) =>
          `${reached === null ? 'Not judged' : 'Not reached'}: ${aim} (${measured}).`,
      ),
    ].join('\n'),
  };
}
