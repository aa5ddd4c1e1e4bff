import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCluster, type Cluster } from './support/openCluster.js';
import { fetchResult, goUntilAccepted, type SessionEnd, type StepHook } from './support/persistentClient.js';
import { orphansAfter, readBooks, settled, withSql } from './support/readBooks.js';
import { runCommand, type ServiceProcess } from './support/startProcess.js';

/** Everything here takes as long as processes take to start, many times, on a machine that does other things as well. */
const LIMIT_MS = 600_000;
/** Sessions of which one is killed under the other's feet. More at once would wait for kills longer than a plan lives. */
const AT_ONCE = 2;

let cluster: Cluster;
let workers: ServiceProcess[] = [];
beforeAll(async () => {
  cluster = await openCluster();
}, LIMIT_MS);
afterAll(() => cluster.close(), LIMIT_MS);

/** So many workers as a test begins with, whatever the one before did to them. */
async function haveWorkers(wanted: number): Promise<void> {
  const before = workers;
  workers = [];
  await Promise.all(before.map((one) => one.kill()));
  workers = await Promise.all(Array.from({ length: wanted }, () => cluster.startWorker()));
}

/** One kill at a time: a process has to be up before it can be killed. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  return async (): Promise<() => void> => {
    const before = last;
    let pass = (): void => undefined;
    last = new Promise((resolve) => (pass = resolve));
    await before;
    return pass;
  };
}
const turn = createTurns();

/** What was killed, and the restarts that are still on their way. */
interface Kills {
  readonly at: string[];
  readonly pending: Promise<void>[];
}

/** Kills the API in the middle of the steps that are named, each once, or right after `step!` was answered. */
function killAt(named: readonly string[], kills: Kills): StepHook {
  // A session that is begun anew meets the kills that are left.
  const steps = new Set(named);
  let answered: string | null = null;
  const restart = async (step: string, pass: () => void): Promise<void> => {
    kills.at.push(step);
    try {
      await cluster.restartApi();
    } finally {
      pass();
    }
  };
  return async (step) => {
    if (answered !== null) {
      const before = answered;
      answered = null;
      // The answer is here and the process dies; this client goes on at once and finds nobody.
      kills.pending.push(turn().then((pass) => restart(before, pass)));
    }
    if (steps.delete(`${step}!`)) answered = `${step}!`;
    if (!steps.delete(step)) return undefined;
    const pass = await turn();
    return async () => {
      // Long enough that the request has arrived; now and then it is half done, now and then done and not answered.
      await wait(Math.random() * 12);
      await restart(step, pass);
    };
  };
}

let count = 0;
const go = (level: 'trace' | 'frames', onStep?: StepHook): Promise<SessionEnd[]> =>
  goUntilAccepted({
    ...cluster,
    level,
    subject: `person-${(count += 1)}`,
    ...(onStep === undefined ? {} : { onStep }),
  });

/** People one after the other, so many at once. */
async function goAll<T>(people: readonly T[], run: (one: T) => Promise<SessionEnd[]>): Promise<SessionEnd[]> {
  const left = [...people];
  const ends: SessionEnd[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) ends.push(...(await run(one)));
    }),
  );
  return ends;
}

async function expectCleanBooks(ends: readonly SessionEnd[]): Promise<void> {
  await settled(cluster.postgres.url);
  const books = await readBooks(cluster.postgres.url);
  expect(books.wrong).toEqual({});
  const accepted = ends.filter(({ refusal }) => refusal === null).map(({ sessionId }) => sessionId);
  // What a client was told is what the tables hold.
  expect(books.accepted).toEqual(expect.arrayContaining(accepted));
  expect(books.verdicts).toBe(books.accepted.length);
}

describe('an API process that is killed', () => {
  /** Each step of a session at least once, the ones that others wait for also right after their answer. */
  const PEOPLE: readonly (readonly ['trace' | 'frames', readonly string[]])[] = [
    ['trace', ['create', 'steps-1', 'chunk-3', 'complete']],
    ['trace', ['consent', 'steps-3!', 'chunk-0', 'complete!']],
    ['trace', ['plan', 'steps-3', 'manifest']],
    ['frames', ['plan!', 'steps-2', 'chunk-2']],
    ['trace', ['steps-0', 'chunk-1']],
  ];

  it(
    'at every step of a session leaves every accepted submission with one verdict, and nothing half written',
    async () => {
      await haveWorkers(1);
      const kills: Kills = { at: [], pending: [] };
      const ends = await goAll(PEOPLE, ([level, steps]) => go(level, killAt(steps, kills)));
      await Promise.all(kills.pending);
      expect(kills.at.sort()).toEqual(PEOPLE.flatMap(([, steps]) => steps).sort());
      await expectCleanBooks(ends);

      // While it answers a result: it is signed at each fetch, and the next process signs the same verdict.
      const { sessionId } = ends.find(({ refusal }) => refusal === null) ?? { sessionId: '' };
      const before = await fetchResult(cluster, sessionId);
      const [after] = await Promise.all([fetchResult(cluster, sessionId), cluster.restartApi()]);
      const again = await fetchResult(cluster, sessionId);
      const jtiOf = (jws: string): unknown =>
        (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { jti: unknown }).jti;
      expect([jtiOf(after), jtiOf(again)]).toEqual([jtiOf(before), jtiOf(before)]);
      await expectCleanBooks(ends);
    },
    LIMIT_MS,
  );
});

describe('a worker that is killed', () => {
  /** Resolves when a job of judging runs. */
  async function judging(): Promise<void> {
    for (const untilMs = performance.now() + 60_000; performance.now() < untilMs; await wait(5)) {
      const runs = await withSql(cluster.postgres.url, async (client) => {
        const { rows } = await client.query(
          `SELECT 1 FROM huoti_jobs.job WHERE name = 'judge' AND state = 'active'`,
        );
        return rows.length > 0;
      });
      if (runs) return;
    }
    throw new Error('nothing is judged');
  }

  it(
    'in the middle of judging, twice, leaves its sessions to the next: each has one verdict',
    async () => {
      await haveWorkers(0);
      const ends = await goAll(['frames', 'trace', 'frames', 'trace'] as const, (level) => go(level));
      // A new process loads its models with the first pictures: that judgement takes seconds, and the kill meets it.
      for (let kill = 0; kill < 2; kill += 1) {
        await haveWorkers(1);
        await judging();
        await workers[0]?.kill();
      }
      await haveWorkers(2);
      await expectCleanBooks(ends);
    },
    LIMIT_MS,
  );
});

describe('a Postgres that is restarted', () => {
  it.each(['at once, as by a power button', 'fast, as by an operator'])(
    '%s, under load, loses nothing that was acknowledged',
    async (how) => {
      const { postgres } = cluster;
      await haveWorkers(1);
      const sessions = goAll(['trace', 'frames', 'trace'] as const, (level) => go(level));
      // In the middle of the steps, and again where parts and completions are on their way.
      for (const afterMs of [4000, 5000]) {
        await wait(afterMs);
        await (how.startsWith('fast') ? postgres.shutDown() : postgres.kill());
        await wait(300);
        await postgres.start();
      }
      await expectCleanBooks(await sessions);
    },
    LIMIT_MS,
  );
});

describe('after all of it', () => {
  it(
    'no bytes lie there that nothing leads to, once they are swept',
    async () => {
      expect(await orphansAfter(cluster.postgres.url, () => runCommand(['expire'], cluster.env))).toBe(0);
      expect((await readBooks(cluster.postgres.url)).wrong).toEqual({});
    },
    LIMIT_MS,
  );
});
