import { describe, expect, it } from '@jest/globals';
import { leaksOf } from '../src/measure/leaksOf.js';
import { aims } from '../src/report/aims.js';
import { drawChart } from '../src/report/drawChart.js';
import { writeTable } from '../src/report/writeTable.js';
import { sampleResults } from './sampleResults.js';

const aimOf = (results: ReturnType<typeof sampleResults>, words: string) => {
  const found = aims(results).find(({ aim }) => aim.includes(words));
  if (!found) throw new TypeError(`no aim about ${words}`);
  return found;
};

describe('aims', () => {
  it('compare round with round, so that noise that both had cancels out', () => {
    const results = sampleResults({
      'huoti-worker': { roundMs: [10, 100, 10] },
      mediapipe: { roundMs: [20, 200, 20] },
    });
    expect(aimOf(results, 'in its worker').ratio).toEqual({ median: 0.5, min: 0.5, max: 0.5 });
  });

  it('are measured against the faster of MediaPipe’s two ways', () => {
    const results = sampleResults({ 'huoti-worker': { roundMs: [50] }, mediapipe: { roundMs: [25] } });
    const { reached, measured, inTheWay } = aimOf(results, 'in its worker');
    expect(reached).toBe(false);
    expect(measured).toContain('2.00');
    expect(inTheWay).toContain('50.0 ms against 25.0 ms');
  });

  it('a first result in exactly half the time is reached, a little more is not', () => {
    const at = (firstResultMs: number) =>
      aimOf(
        sampleResults({
          'huoti-worker': { firstResultMs: [firstResultMs] },
          mediapipe: { firstResultMs: [300] },
        }),
        'first result',
      ).reached;
    expect([at(150), at(151)]).toEqual([true, false]);
  });

  it('say which files stand in the way of half the bytes', () => {
    const { reached, inTheWay } = aimOf(
      sampleResults({ 'huoti-worker': { brotli: 2.5e6 }, mediapipe: { brotli: 4.6e6 } }),
      'bytes',
    );
    expect(reached).toBe(false);
    expect(inTheWay).toBe('weights.bin 2.50 MB; half of MediaPipe’s is 2.30 MB'.replace('’', "'"));
  });

  it('are none where MediaPipe was not measured', () => {
    const all = sampleResults();
    expect(aims({ ...all, engines: all.engines.filter(({ id }) => id !== 'mediapipe') })).toEqual([]);
  });
});

describe('leaksOf', () => {
  const quiet = {
    sessionCount: 100,
    framesPerSession: 3,
    tensorsLeft: 0,
    workersLeft: 0,
    heapBytes: 1,
    rssBytes: 1,
    gpuRssBytes: null,
    heapGrowthBytes: 0,
    rssGrowthBytes: 0,
    gpuRssGrowthBytes: null,
    tensorGrowth: 0,
  };

  it('finds nothing where nothing grows', () => {
    expect(leaksOf(quiet)).toEqual([]);
  });

  it('names tensors, workers and memory that grow', () => {
    const leaks = leaksOf({
      ...quiet,
      tensorGrowth: 2,
      workersLeft: 3,
      heapGrowthBytes: 1e6,
      rssGrowthBytes: 2e6,
    });
    expect(leaks).toEqual([
      '2.0 tensors a session',
      '3 workers left',
      '1.00 MB of JS heap a session',
      '2.00 MB of memory a session',
    ]);
  });

  it('does not judge a handful of sessions', () => {
    expect(leaksOf({ ...quiet, sessionCount: 5, tensorGrowth: 2 })).toBeNull();
  });

  it('tensors are told before memory has settled, and nothing is not', () => {
    const early = { ...quiet, sessionCount: 56, heapGrowthBytes: null, rssGrowthBytes: null };
    expect(leaksOf(early)).toBeNull();
    expect(leaksOf({ ...early, tensorGrowth: 431 })).toEqual(['431.0 tensors a session']);
  });
});

describe('writeTable', () => {
  it('has a row for every engine in both tables', () => {
    const results = sampleResults();
    const text = writeTable(results);
    for (const { name } of results.engines) expect(text.split(`\n| ${name} |`)).toHaveLength(3);
  });

  it('every row has as many cells as its head', () => {
    const counts = writeTable(sampleResults())
      .split('\n\n')
      .filter((block) => block.startsWith('|'))
      .map((block) => new Set(block.split('\n').map((line) => line.split('|').length)).size);
    expect(counts).toEqual([1, 1]);
  });

  it('calls itself provisional on a busy machine and in a quick run, and only then', () => {
    const calm = sampleResults();
    expect(writeTable(calm)).not.toContain('Provisional');
    expect(writeTable({ ...calm, quick: true })).toContain('Provisional');
    const busy = writeTable({ ...calm, machine: { ...calm.machine, busy: true, loadAtStart: 9.5 } });
    expect(busy).toContain('load 9.5 on 2 cores');
  });

  it('shows an engine that failed with its reason, and the others whole', () => {
    const results = sampleResults();
    const engines = results.engines.map((one) =>
      one.id === 'human'
        ? { ...one, starts: null, frames: null, sessions: null, problems: ['start: a | b'] }
        : one,
    );
    const text = writeTable({ ...results, engines });
    expect(text).toContain('human, wasm (failed: start: a / b) | not measured');
    expect(text).toContain('| MediaPipe');
  });

  it('says for which engines fewer was measured', () => {
    expect(writeTable(sampleResults())).toMatch(/Fewer starts.*as it comes and raw package, webgl/);
  });
});

describe('drawChart', () => {
  const bars = (svg: string): number[] =>
    [...svg.matchAll(/<rect x="\d+" y="\d+" width="(\d+)"/g)].map(([, width]) => Number(width));

  it('has a bar for every number: six browser rows three times, and Node without bytes', () => {
    expect(bars(drawChart(sampleResults()))).toHaveLength(7 + 7 + 6);
  });

  it('is read out by a screen reader with title and all numbers', () => {
    const svg = drawChart(sampleResults());
    expect(svg).toContain('role="img" aria-labelledby="bench-title bench-desc"');
    expect(/<desc[^>]*>([^<]*)</.exec(svg)?.[1]).toContain('human, wasm 65.0 ms');
  });

  it('a bar of half the value has half the length', () => {
    const svg = drawChart(
      sampleResults({ 'huoti-worker': { roundMs: [20] }, 'huoti-main-thread': { roundMs: [40] } }),
    );
    const [first = 0, second = 0] = bars(svg);
    expect(second / first).toBeCloseTo(2, 1);
  });

  it('cuts a bar that would flatten the others, and says so', () => {
    const svg = drawChart(sampleResults({ human: { roundMs: [2250] } }));
    expect(svg).toContain('2250 ms (bar cut)');
    expect(Math.max(...bars(svg))).toBeLessThanOrEqual(440);
  });

  it('escapes what names hold', () => {
    const results = sampleResults();
    const [first, ...rest] = results.engines;
    if (!first) throw new TypeError('no engine');
    expect(drawChart({ ...results, engines: [{ ...first, name: 'a<b&c' }, ...rest] })).toContain(
      'a&lt;b&amp;c',
    );
  });
});
