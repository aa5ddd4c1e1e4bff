import type { DatabaseResult, LevelResult, LoadResults } from '../LoadResults.js';
import type { Blocks } from './fillBlocks.js';
import { markdownTable } from './markdownTable.js';
import { sessionCost } from './sessionCost.js';
import { words } from './words.js';

/** Sessions a second that are worked out. */
const RATES = [1, 10, 1000] as const;
/** Share of a core that is planned for: the rest is for peaks, restarts and a machine that is away. */
export const PLANNED_SHARE = 0.6;
/** Connections of one process (`database.poolSize`). */
const POOL_SIZE = 10;
/** Judging threads of a worker process, a core each: a process looks for jobs once, however many threads it has. */
const WORKER_THREADS = 8;
const DAY_S = 86_400;

/** Days for which what a session leaves is kept, by default. What is not named stays as long as the session's row. */
const KEPT_DAYS: Readonly<Record<string, number>> = {
  'huoti.proofs': 5 / 1440,
  'huoti.attempts': 1,
  'huoti.parts': 7,
};
const ROW_DAYS = 90;
const PICTURE_DAYS = 1;
const EVIDENCE_DAYS = 7;
const AUDIT = 'huoti.audit_entries';
const BLOBS = 'huoti.blobs';
const JOBS = /^huoti_jobs\./;

type Measured = LevelResult & { readonly postgres: DatabaseResult };

/** The measured parts of docs/scaling.md: what was measured for one session, multiplied. */
export function scalingBlocks(results: LoadResults): Blocks {
  const measured = results.levels.filter((level): level is Measured => level.postgres !== null);
  const parts = results.forgetting.parts / results.forgetting.seconds;
  const idle = Math.max(...measured.map(({ postgres }) => postgres.idleStatementsPerS));
  return {
    basis: basisText(results),
    costs: costTable(measured),
    ...Object.fromEntries(measured.map((level) => [`processes ${level.level}`, processTable(level)])),
    ...Object.fromEntries(measured.map((level) => [`disk ${level.level}`, diskTable(level)])),
    idle: `Measured: one API and one worker without work ask ${words.count(idle)} statements a second.`,
    forgetting: `Measured: ${words.perSecond(parts)} parts of evidence a second. ${measured
      .map(
        ({ level, postgres }) =>
          `At level \`${level}\`, with ${words.count(partsOf(postgres))} parts a session, that keeps up with ${words.perSecond(parts / partsOf(postgres))} sessions a second`,
      )
      .join('. ')}.`,
  };
}

function basisText({ machine, measuredAt, quick }: LoadResults): string {
  const provisional = [
    machine.busy && 'other work ran on the machine',
    quick && 'the run was a quick one',
  ].filter((one) => one !== false);
  return `From [bench/load.json](bench/load.json), measured ${measuredAt.slice(0, 10)} on ${machine.cores} cores of ${machine.cpu} with ${machine.postgres}.${provisional.length > 0 ? ` **Provisional**: ${provisional.join(', and ')}.` : ''}`;
}

const partsOf = ({ tables }: DatabaseResult): number =>
  tables.find(({ table }) => table === 'huoti.parts')?.rowsPerSession ?? NaN;
const bytesIn = ({ tables }: DatabaseResult, wanted: string): number =>
  tables.find(({ table }) => table === wanted)?.bytesPerSession ?? 0;

function costTable(levels: readonly Measured[]): string {
  const row = (name: string, of: (level: Measured) => string): string[] => [name, ...levels.map(of)];
  const tables = [
    ...new Set(
      levels.flatMap(({ postgres }) =>
        postgres.tables.filter(({ rowsPerSession }) => rowsPerSession > 0).map(({ table }) => table),
      ),
    ),
  ];
  return markdownTable(
    ['one session', ...levels.map(({ level }) => `\`${level}\``)],
    [
      row('API, CPU time', (level) => words.ms(sessionCost(level).apiMs)),
      row('worker, CPU time', (level) => words.ms(sessionCost(level).workerMs)),
      row('Postgres, CPU time', (level) => words.ms(sessionCost(level).postgresMs)),
      row('sessions a second and core of API', (level) => words.perSecond(1000 / sessionCost(level).apiMs)),
      row('sessions a second and core of worker', (level) =>
        words.perSecond(1000 / sessionCost(level).workerMs),
      ),
      row('requests', ({ requestsPerSession }) => words.count(requestsPerSession)),
      row('evidence sent', ({ uploadBytes }) => words.bytes(uploadBytes)),
      row('statements', ({ postgres }) => words.count(postgres.statementsPerSession)),
      row('rows written', ({ postgres }) => words.count(postgres.rowsWrittenPerSession)),
      row('WAL', ({ postgres }) => words.bytes(postgres.walBytesPerSession)),
      ...tables.map((table) =>
        row(`\`${table}\`, rows and bytes`, ({ postgres }) => {
          const one = postgres.tables.find((each) => each.table === table);
          return one ? `${words.count(one.rowsPerSession)}, ${words.bytes(one.bytesPerSession)}` : 'none';
        }),
      ),
    ],
  );
}

function processTable(level: Measured): string {
  const { postgres, uploadBytes, requestsPerSession } = level;
  const { apiMs, workerMs, postgresMs } = sessionCost(level);
  const cores = (ms: number, rate: number): number => (ms * rate) / 1000 / PLANNED_SHARE;
  const whole = (ms: number, rate: number): number => Math.max(1, Math.ceil(cores(ms, rate)));
  const workers = (rate: number): number => Math.ceil(whole(workerMs, rate) / WORKER_THREADS);
  const connections = (rate: number): number => POOL_SIZE * (whole(apiMs, rate) + workers(rate));
  const blobs = bytesIn(postgres, BLOBS);
  return growing([
    ['API processes', (rate) => words.count(whole(apiMs, rate))],
    ['worker cores', (rate) => words.count(whole(workerMs, rate))],
    [`worker processes of ${WORKER_THREADS} threads`, (rate) => words.count(workers(rate))],
    ['Postgres cores', (rate) => words.count(whole(postgresMs, rate))],
    ['connections, ten a process', (rate) => words.count(connections(rate))],
    ['statements a second', (rate) => words.perSecond(rate * postgres.statementsPerSession)],
    ['rows written a second', (rate) => words.perSecond(rate * postgres.rowsWrittenPerSession)],
    ['WAL a second, blobs in Postgres', (rate) => words.bytes(rate * postgres.walBytesPerSession)],
    [
      'WAL a second, blobs in S3',
      (rate) => words.bytes(rate * Math.max(0, postgres.walBytesPerSession - blobs)),
    ],
    ['requests a second', (rate) => words.perSecond(rate * requestsPerSession)],
    ['evidence a second', (rate) => words.bytes(rate * uploadBytes)],
    ['judge jobs a second', (rate) => words.perSecond(rate)],
  ]);
}

function diskTable({ postgres }: Measured): string {
  const { pictureBytesPerSession: pictures, otherPartBytesPerSession: others } = postgres;
  const blobs = bytesIn(postgres, BLOBS);
  // Overflow pages and indexes of the blobs are shared out as the bytes in them are.
  const pictureShare = pictures / Math.max(1, pictures + others);
  const pictureDisk = blobs * pictureShare * PICTURE_DAYS;
  const otherDisk = blobs * (1 - pictureShare) * EVIDENCE_DAYS;
  const rowDisk = postgres.tables
    .filter(({ table }) => table !== BLOBS && table !== AUDIT && !JOBS.test(table))
    .reduce((sum, { table, bytesPerSession }) => sum + bytesPerSession * (KEPT_DAYS[table] ?? ROW_DAYS), 0);
  const audit = bytesIn(postgres, AUDIT);
  const at = (bytes: number) => (rate: number) => words.bytes(rate * DAY_S * bytes);
  const perDay = postgres.tables.reduce((sum, { bytesPerSession }) => sum + bytesPerSession, 0);
  return growing([
    ['written a day', at(perDay)],
    ['rows, as long as each is kept', at(rowDisk)],
    ['pictures, one day', at(pictureDisk)],
    ['other evidence, seven days', at(otherDisk)],
    ['all of it, once it is full', at(rowDisk + pictureDisk + otherDisk)],
    ['audit log, each year more', at(audit * 365)],
  ]);
}

const growing = (rows: readonly (readonly [string, (rate: number) => string])[]): string =>
  markdownTable(
    ['sessions a second', ...RATES.map((rate) => words.count(rate))],
    rows.map(([name, of]) => [name, ...RATES.map(of)]),
  );
