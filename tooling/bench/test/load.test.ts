import { createPlan, replaySession } from '@huoti/core';
import { createSeededRandom } from '@huoti/core/testing';
import { decodeTraceChunk } from '@huoti/protocol';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drawHolds, FRAME_MS } from '../src/load/client/drawHolds.js';
import { holdKey } from '../src/load/client/holdKey.js';
import { recordTrace } from '../src/load/client/recordTraces.js';
import { latencyOf } from '../src/load/latencyOf.js';
import type { LoadResults } from '../src/load/LoadResults.js';
import { readLoadArguments } from '../src/load/readLoadArguments.js';
import { fillBlocks, type Blocks } from '../src/load/report/fillBlocks.js';
import { loadAims } from '../src/load/report/loadAims.js';
import { markdownTable } from '../src/load/report/markdownTable.js';
import { scalingBlocks } from '../src/load/report/scalingBlocks.js';
import { serverBlocks } from '../src/load/report/serverBlocks.js';
import { sqlOf } from '../src/load/report/sqlOf.js';
import { words } from '../src/load/report/words.js';
import { writeLoad } from '../src/load/report/writeLoad.js';
import { saturationOf } from '../src/load/saturationOf.js';
import { databaseResult, type DatabaseFacts } from '../src/load/service/databaseFacts.js';
import { LOAD_POLICIES } from '../src/load/service/loadPolicies.js';
import { parseStat, readUsage } from '../src/load/service/readUsage.js';
import { resultOf } from '../src/load/service/watchProcesses.js';
import { withoutIdle } from '../src/load/withoutIdle.js';
import { whyNotHeld } from '../src/load/whyNotHeld.js';
import { sampleLoad, sampleRate } from './sampleLoad.js';

const repository = (path: string): string => new URL(`../../../${path}`, import.meta.url).pathname;

describe('recordings', () => {
  it('made with one nonce complete the plan of any other nonce of their key, and of no other key', () => {
    const { actions: named, ...rest } = LOAD_POLICIES['load-trace'];
    const actions = [...named];
    const random = createSeededRandom(77);
    const planOf = (wanted: (key: string) => boolean) => {
      for (;;) {
        const plan = createPlan({ random, actions, policy: { name: 'load-trace', ...rest } });
        if (wanted(holdKey(plan.nonce, { actions: actions.length, frameMs: FRAME_MS.trace }))) return plan;
      }
    };
    const [recorded] = drawHolds('trace');
    if (!recorded) throw new TypeError('no plan');
    const chunks = recordTrace(recorded).chunks.map(decodeTraceChunk);
    const endingFor = ({ steps, ...plan }: ReturnType<typeof createPlan>) =>
      replaySession({ plan: { ...plan, steps: [], stepCount: steps.length }, steps, chunks }).ending;
    for (let round = 0; round < 3; round += 1)
      expect(endingFor(planOf((key) => key === recorded.key))).toMatchObject({ kind: 'completed' });
    expect(endingFor(planOf((key) => key !== recorded.key))).not.toMatchObject({ kind: 'completed' });
  });

  it('there is one for each way that the holds between actions can fall', () => {
    expect(new Set(drawHolds('trace').map(({ key }) => key)).size).toBe(8);
    expect(new Set(drawHolds('frames').map(({ key }) => key)).size).toBe(4);
  });
});

describe('processes', () => {
  it('a name with blanks and brackets does not shift the numbers', () => {
    const fields = Array.from({ length: 50 }, (_, at) => String(at + 3));
    expect(parseStat(`77 (a (b) c 9) ${fields.join(' ')}`)).toEqual({
      parent: 4,
      ownTicks: 14 + 15,
      goneTicks: 16 + 17,
      pages: 24,
    });
  });

  it('work shows as CPU time of the process that did it', async () => {
    if (!existsSync('/proc/self/stat')) return;
    const before = await readUsage(process.pid);
    const { user } = process.cpuUsage();
    while (process.cpuUsage().user - user < 100_000);
    expect((await readUsage(process.pid)).cpuMs - before.cpuMs).toBeGreaterThanOrEqual(90);
  });

  it('growth is per session, and leaves out the first fifth', () => {
    const samples = Array.from({ length: 11 }, (_, second) => ({
      atMs: second * 1000,
      cpuMs: second * 500,
      rssBytes: second < 2 ? 0 : 1e8 + second * 1e6,
    }));
    const result = resultOf('api', samples, 20);
    expect(result).toMatchObject({ cpuMsPerSession: 250, cores: 0.5 });
    expect(result.rssGrowthBytes).toBeCloseTo(5e5);
  });
});

describe('withoutIdle', () => {
  it('takes off what a process does without work, and never more than it did', () => {
    const [busy] = sampleRate({ api: 100 }, { rate: 4 }).processes;
    const [calm] = sampleRate({ api: 25 }, { rate: 4 }).processes;
    if (!busy || !calm) throw new TypeError('no process');
    expect(withoutIdle([busy], [calm])[0]?.cpuMsPerSession).toBeCloseTo(75);
    expect(withoutIdle([calm], [busy])[0]?.cpuMsPerSession).toBe(0);
  });
});

describe('databaseResult', () => {
  it('takes off what an idle service asks, and divides by the sessions', () => {
    const facts = (at: number): DatabaseFacts => ({
      statements: at * 1000,
      transactions: at * 100,
      walBytes: at * 5e5,
      rowsWritten: at * 50,
      connections: 12,
      tables: new Map([['huoti.sessions', { rows: at * 10, bytes: at * 40_000 }]]),
      parts: { pictures: 0, pictureBytes: 0, otherBytes: at * 8e5 },
    });
    const result = databaseResult(facts(0), facts(1), {
      sessions: 10,
      seconds: 20,
      idleStatementsPerS: 5,
    });
    expect(result).toMatchObject({
      statementsPerSession: 90,
      walBytesPerSession: 5e4,
      tables: [{ table: 'huoti.sessions', rowsPerSession: 1, bytesPerSession: 4000 }],
    });
  });
});

describe('a rate', () => {
  it('is held where every session was decided and nobody waited', () => {
    expect(whyNotHeld(sampleRate({}))).toBeNull();
  });

  it('is not held for a lost session, a late verdict or a slow call, and says which', () => {
    const slow = latencyOf([2000, 2000]);
    expect(whyNotHeld(sampleRate({}, { decided: 99 }))).toContain('1 of 100');
    expect(whyNotHeld(sampleRate({}, { problems: { 'assurance demo': 1 } }))).toContain('assurance demo');
    expect(whyNotHeld(sampleRate({}, { verdict: latencyOf([11_000]) }))).toContain('verdicts');
    expect(whyNotHeld(sampleRate({}, { calls: { plan: slow } }))).toContain('plan');
  });
});

describe('saturationOf', () => {
  const broken = (cores: Partial<Record<'api' | 'worker' | 'postgres' | 'generator', number>>) => {
    const perSession = Object.fromEntries(Object.entries(cores).map(([name, used]) => [name, used * 100]));
    return saturationOf([sampleRate(perSession, { rate: 10, held: false, whyNot: 'it was slow' })], 4);
  };

  it('names the process whose thread is full', () => {
    expect(broken({ api: 0.3, worker: 0.95, postgres: 0.9 })).toMatch(/^the worker/);
  });

  it('names the machine where all cores together are busy, and waiting where none is', () => {
    expect(broken({ api: 0.8, worker: 0.8, postgres: 1.5, generator: 0.8 })).toMatch(
      /^the machine's 4 cores/,
    );
    expect(broken({ api: 0.1, worker: 0.2, postgres: 0.1 })).toMatch(/^not the processor/);
  });

  it('says that nothing was used up where every rate was held', () => {
    expect(saturationOf([sampleRate({})], 4)).toMatch(/^nothing/);
  });
});

describe('the report', () => {
  it('every table has as many cells in each row as in its head', () => {
    const blocks = writeLoad(sampleLoad())
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    expect(blocks.length).toBeGreaterThan(8);
    for (const block of blocks)
      expect(new Set(block.split('\n').map((line) => line.split('|').length)).size).toBe(1);
  });

  it('calls itself provisional on a busy machine and in a quick run, and only then', () => {
    const calm = sampleLoad();
    expect(writeLoad(calm)).not.toContain('Provisional');
    expect(writeLoad({ ...calm, quick: true })).toContain('Provisional');
    expect(writeLoad({ ...calm, machine: { ...calm.machine, busy: true } })).toContain('Provisional');
  });

  it('shows sessions that did not end as they should', () => {
    const [first, ...rest] = sampleLoad().levels;
    if (!first) throw new TypeError('no level');
    const steady = { ...first.steady, problems: { 'plan: 429 RATE_LIMITED': 3 } };
    expect(writeLoad(sampleLoad({ levels: [{ ...first, steady }, ...rest] }))).toContain(
      'plan: 429 RATE_LIMITED (3)',
    );
  });

  it('an aim just missed is not reached, and memory over too few sessions is not judged', () => {
    const { recompute, inProcess } = sampleLoad();
    const frames = { ...recompute.frames, besideShare: 0.201 };
    const reached = loadAims({
      recompute: { ...recompute, frames },
      inProcess: { ...inProcess, sessions: 200, consistent: 200 },
    });
    expect(reached.map((aim) => aim.reached)).toEqual([true, false, null]);
    expect(loadAims({ recompute, inProcess: { ...inProcess, heapGrowthBytes: 2000 } })[2]?.reached).toBe(
      false,
    );
  });
});

describe('scaling', () => {
  it('multiplies what was measured: at sixty per cent of a core, whole processes, ten connections each', () => {
    const rows = (scalingBlocks(sampleLoad())['processes frames'] ?? '').split('\n');
    const cells = (name: string): string[] =>
      (rows.find((line) => line.startsWith(`| ${name}`)) ?? '')
        .split('|')
        .slice(2, 5)
        .map((cell) => cell.trim());
    expect(cells('API processes')).toEqual(['1', '1', '100']);
    expect(cells('worker cores')).toEqual(['1', '10', '1,000']);
    expect(cells('connections')).toEqual(['20', '30', '2,250']);
    expect(cells('WAL a second, blobs in S3')).toEqual(['150 kB', '1.5 MB', '150 MB']);
  });

  it('keeps rows for ninety days, evidence for seven and a year of the audit log apart', () => {
    const text = scalingBlocks(sampleLoad())['disk trace'] ?? '';
    // 4 kB for 90 days and 2 kB for 7, 86,400 times a day.
    expect(text).toMatch(/rows, as long as each is kept +\| 32\.3 GB/);
    expect(text).toMatch(/other evidence, seven days +\| 60\.5 GB/);
    expect(text).toMatch(/audit log, each year more +\| 31\.5 GB/);
  });

  it('fills a place in a document, twice with the same result, and refuses a document without it', () => {
    const document = 'before\n\n<!-- measured: a -->\n<!-- /measured -->\n\nafter';
    const once = fillBlocks(document, { a: '| 1 |' });
    expect(once).toContain('| 1 |');
    expect(fillBlocks(once, { a: '| 1 |' })).toBe(once);
    expect(() => fillBlocks(document, { b: '' })).toThrow('"b"');
  });

  it.each([
    ['docs/scaling.md', scalingBlocks],
    ['README.md', serverBlocks],
  ] as const)(
    'the numbers in %s are those of docs/bench/load.json',
    (path, blocksOf: (results: LoadResults) => Blocks) => {
      const results = JSON.parse(readFileSync(repository('docs/bench/load.json'), 'utf8')) as LoadResults;
      const document = readFileSync(repository(path), 'utf8');
      expect(fillBlocks(document, blocksOf(results))).toBe(document);
    },
  );

  it('docs/bench/load.md is written from docs/bench/load.json', () => {
    const results = JSON.parse(readFileSync(repository('docs/bench/load.json'), 'utf8')) as LoadResults;
    expect(readFileSync(repository('docs/bench/load.md'), 'utf8')).toBe(writeLoad(results));
  });

  it('docs/scaling.md has the two statements that partition the tables', () => {
    expect(sqlOf(readFileSync(repository('docs/scaling.md'), 'utf8'))).toHaveLength(2);
  });
});

describe('words', () => {
  it('gives bytes in thousands and counts with commas', () => {
    expect([words.bytes(999), words.bytes(1500), words.bytes(2.5e11)]).toEqual([
      '999 bytes',
      '1.5 kB',
      '250 GB',
    ]);
    expect([words.count(1234567), words.count(0.5)]).toEqual(['1,234,567', '0.5']);
  });

  it('a table is as wide as its widest cell', () => {
    expect(markdownTable(['a', 'bb'], [['long one', 'x']])).toBe(
      ['| a        | bb  |', '| -------- | --- |', '| long one | x   |'].join('\n'),
    );
  });
});

describe('readLoadArguments', () => {
  it('takes a count of sessions and refuses one that is none', () => {
    expect(readLoadArguments(['--sessions', '10000']).sessions).toBe(10_000);
    for (const wrong of ['0', '-1', 'many', '1.5'])
      expect(() => readLoadArguments([`--sessions=${wrong}`])).toThrow('no count');
  });
});
