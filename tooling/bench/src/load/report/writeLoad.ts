import type { LevelResult, LoadResults, RateResult } from '../LoadResults.js';
import { CALL_NAMES } from '../LoadResults.js';
import { loadAims } from './loadAims.js';
import { markdownTable } from './markdownTable.js';
import { sessionCost } from './sessionCost.js';
import { words } from './words.js';

const DATABASES = { postgres: 'Postgres', embedded: 'the embedded database' } as const;
const titleOf = ({ level, database }: LevelResult): string => `\`${level}\` on ${DATABASES[database]}`;

/** The measured report as Markdown, with everything that a reader needs to judge it. */
export function writeLoad(results: LoadResults): string {
  const { machine, quick, levels, inProcess, recompute, forgetting } = results;
  const why = [
    machine.busy &&
      `The machine had other work: load ${machine.loadAtStart.toFixed(1)} on ${machine.cores} cores at the start. Rates and times are of that too; CPU time less so.`,
    quick && 'A quick run, too short to be a measurement.',
  ].filter((one) => one !== false);
  return [
    '# The service under load',
    '',
    'Written by `npm run bench -- load`; the numbers are in load.json. Do not edit.',
    '',
    ...(why.length > 0 ? [`**Provisional.** ${why.join(' ')}`, ''] : []),
    `Measured ${results.measuredAt.slice(0, 10)} on ${machine.cores} cores of ${machine.cpu}, ${machine.memoryGb} GB, Node ${machine.node}, ${machine.postgres}; load ${machine.loadAtStart.toFixed(1)} at the start, ${machine.loadAtEnd.toFixed(1)} at the end; ${results.tookSeconds} s. API, worker, Postgres and the process that makes the load share these cores.`,
    '',
    '## What a session costs',
    '',
    costTable(levels),
    '',
    ...levels.map((level) => `- What saturates first, ${titleOf(level)}: ${level.saturates}.`),
    '',
    '## Aims',
    '',
    ...loadAims(results).map(
      ({ aim, reached, measured }) =>
        `- ${aim}: **${reached === null ? 'not judged' : reached ? 'reached' : 'not reached'}**, ${measured}.`,
    ),
    '',
    '## Judging by itself',
    '',
    `- A \`trace\` session of ${recompute.trace.seconds.toFixed(1)} s, ${recompute.trace.frames} frames: ${words.ms(recompute.trace.cpuMs.p50Ms)} of CPU time (median of ${recompute.trace.runs}; p95 ${words.ms(recompute.trace.cpuMs.p95Ms)}).`,
    `- A \`frames\` session with ${recompute.frames.pictures} pictures: ${words.ms(recompute.frames.cpuMs)} of CPU time (mean of ${recompute.frames.runs}), of it ${words.ms(recompute.frames.modelsMs)} in the models.${recompute.frames.verified ? '' : ' The judge did not find it verified.'}`,
    '',
    '## Memory over many sessions in one process',
    '',
    `${words.count(inProcess.sessions)} sessions at level \`trace\`, one after the other, each from issue to signed result through all functions below HTTP and the real judge; store in memory, clock moved, everything forgotten in its time. ${words.count(inProcess.consistent)} of them were found consistent. Heap after a collection of garbage ${inProcess.heapStartMb.toFixed(1)} MB after a fifth and ${inProcess.heapEndMb.toFixed(1)} MB at the end, ${words.bytes(inProcess.heapGrowthBytes)} a session; resident ${inProcess.rssStartMb.toFixed(0)} and ${inProcess.rssEndMb.toFixed(0)} MB, ${words.bytes(inProcess.rssGrowthBytes)} a session; ${words.ms(inProcess.cpuMsPerSession)} of CPU time each.`,
    '',
    ...levels.flatMap((level) => [`## ${capital(titleOf(level))}`, '', ...levelText(level)]),
    '## Forgetting',
    '',
    `One process forgets ${words.perSecond(forgetting.parts / forgetting.seconds)} parts of evidence a second (${words.count(forgetting.parts)} in ${forgetting.seconds.toFixed(1)} s), with row, sealed bytes and a line in the audit log.`,
    '',
    '## How',
    '',
    ...notesOf(results),
    '',
  ].join('\n');
}

const capital = (text: string): string => text.replace(/^`/, 'Level `');

function costTable(levels: readonly LevelResult[]): string {
  return markdownTable(
    [
      'sessions',
      'API, CPU',
      'worker, CPU',
      'Postgres, CPU',
      'sessions a second and core',
      'complete to verdict, p50 / p95 / p99',
      'rate held here',
    ],
    levels.map((level) => {
      const { apiMs, workerMs, postgresMs, allMs } = sessionCost(level);
      const { p50Ms, p95Ms, p99Ms } = level.steady.verdict;
      const embedded = level.database === 'embedded';
      return [
        titleOf(level),
        embedded ? `${words.ms(allMs)}, all in one` : words.ms(apiMs),
        embedded ? '' : words.ms(workerMs),
        embedded ? '' : words.ms(postgresMs),
        words.perSecond(1000 / allMs),
        [p50Ms, p95Ms, p99Ms].map(words.ms).join(' / '),
        level.heldRate === null ? 'none of the ramp' : `${words.perSecond(level.heldRate)} a second`,
      ];
    }),
  );
}

function levelText(level: LevelResult): string[] {
  const { steady, ramp, postgres } = level;
  const problems = Object.entries(steady.problems);
  return [
    `${words.count(steady.begun)} sessions of ${level.actions.length} actions (${level.actions.join(', ')}), ${words.perSecond(steady.rate)} a second; ${words.count(steady.decided)} decided. ${words.count(level.requestsPerSession)} requests and ${words.bytes(level.uploadBytes)} of evidence a session.${problems.length > 0 ? ` Problems: ${problems.map(([what, count]) => `${what} (${count})`).join('; ')}.` : ''}`,
    '',
    callTable(steady),
    '',
    markdownTable(
      [
        'process',
        'CPU a session',
        'cores',
        'without work',
        'busiest thread',
        'memory at start',
        'at the end',
        'most',
        'growth a session',
      ],
      steady.processes.map((one) => [
        one.name,
        words.ms(one.cpuMsPerSession),
        one.cores.toFixed(2),
        one.idleCores?.toFixed(2) ?? '',
        one.name === 'postgres' ? '' : one.busiestThread.toFixed(2),
        `${one.rssStartMb.toFixed(0)} MB`,
        `${one.rssEndMb.toFixed(0)} MB`,
        `${one.rssMaxMb.toFixed(0)} MB`,
        words.bytes(one.rssGrowthBytes),
      ]),
    ),
    '',
    'The ramp:',
    '',
    markdownTable(
      ['sessions a second', 'decided', 'verdict, p95', 'slowest call, p95', 'cores', 'kept up'],
      ramp.map((one) => [
        words.perSecond(one.rate),
        `${one.decided} of ${one.begun}`,
        words.ms(one.verdict.p95Ms),
        slowestOf(one),
        one.processes.map(({ name, cores }) => `${name} ${cores.toFixed(2)}`).join(', '),
        one.whyNot ?? 'yes',
      ]),
    ),
    '',
    ...(postgres === null
      ? []
      : [
          `A session is ${words.count(postgres.statementsPerSession)} statements in ${words.count(postgres.transactionsPerSession)} transactions, ${words.count(postgres.rowsWrittenPerSession)} rows written, ${words.bytes(postgres.walBytesPerSession)} of WAL. One API and one worker without work ask ${words.count(postgres.idleStatementsPerS)} statements a second. What it leaves:`,
          '',
          markdownTable(
            ['table', 'rows', 'bytes, indexes included'],
            postgres.tables
              .filter(({ rowsPerSession }) => rowsPerSession > 0)
              .map(({ table, rowsPerSession, bytesPerSession }) => [
                table,
                words.count(rowsPerSession),
                words.bytes(bytesPerSession),
              ]),
          ),
          '',
        ]),
  ];
}

function callTable({ calls }: RateResult): string {
  return markdownTable(
    ['call', 'count', 'p50', 'p95', 'p99', 'most'],
    CALL_NAMES.flatMap((name) => {
      const one = calls[name];
      if (!one) return [];
      return [
        [
          name,
          words.count(one.count),
          words.ms(one.p50Ms),
          words.ms(one.p95Ms),
          words.ms(one.p99Ms),
          words.ms(one.maxMs),
        ],
      ];
    }),
  );
}

function slowestOf({ calls }: RateResult): string {
  const [slowest] = Object.entries(calls).sort(([, one], [, other]) => other.p95Ms - one.p95Ms);
  return slowest ? `${slowest[0]} ${words.ms(slowest[1].p95Ms)}` : 'none';
}

function notesOf({ levels }: LoadResults): string[] {
  const steadyShare = 'three fifths of the highest rate that was held';
  const [first] = levels;
  return [
    "- The service is its own program in processes of its own with its default settings (one judging thread, ten connections a process, log at `info` into a file), but for the limits on requests of one address and key, which are raised, and two policies that are the built-in ones with fixed actions. Postgres has its own defaults, its files on this machine's disk.",
    '- The load comes from another process over HTTP on 127.0.0.1, without TLS. It begins sessions at a fixed rate whether or not earlier ones have ended. Each goes at the pace of a person, since the judge holds the trace against the clock; each has a key of its own, proves each call by it, is first told a nonce, uploads what the browser client would and looks for its decision as that does.',
    '- Sessions were gone through ahead: `trace` by a synthetic person made of landmarks at 30 frames a second, `frames` by a drawn person before the real models at 15. A plan differs from session to session in its nonce, which decides how many frames the face is held still; there is a recording for every way that can fall, and the hashes are made anew. Every session counts as a problem that is not found `consistent`, or `recomputed`.',
    `- The ramp ends at the first rate that is not kept up with: a session without a verdict, a twentieth of the verdicts over 10 s, or a twentieth of one call's answers over 1 s. The tables are of ${steadyShare}.`,
    '- CPU time is that of a whole process with all its threads, from /proc, without what it takes when there is no work; that of Postgres is of all its processes. Sessions a second and core: one second over the CPU time of API, worker and Postgres together.',
    '- Complete to verdict: on Postgres between the two times in the database; on the embedded one until the client saw it, which looks after 300 ms first.',
    '- Memory is resident memory; for Postgres each process has its share of what all share. Growth is the slope over the last four fifths.',
    `- Rows and bytes: what the ${words.count(first?.steady.decided ?? 0)} sessions of the long look left, over their number. Statements from pg_stat_statements, without those of an idle service.`,
  ];
}
