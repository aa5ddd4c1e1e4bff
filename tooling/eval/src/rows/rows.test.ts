import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { passiveFusion } from '@huoti/core';
import { assertSplit } from './assertSplit.js';
import { blindnessOf } from './blindnessOf.js';
import { clusteredInterval } from './clusteredInterval.js';
import { judgeRow } from './judgeRow.js';
import type { Presentation } from './Presentation.js';
import { readPresentations } from './readPresentations.js';
import { rowWeights } from './rowWeights.js';
import { writePresentations } from './writePresentations.js';

const presentation = (over: Partial<Presentation>): Presentation => ({
  source: 'a.mp4',
  person: '',
  part: 'train',
  label: 'bona-fide',
  species: '',
  plan: 'clip',
  ended: null,
  readings: {},
  ...over,
});
const attack = (source: string, species: string): Presentation =>
  presentation({ source, label: 'attack', species });

const staged = (lightModel: 'point' | 'area') => ({ staged: { act: 'live', lightModel, ambientLux: 50 } });

describe('what the fitted numbers know of a row', () => {
  it('is its half, where it was recorded', () => {
    expect(blindnessOf(presentation({ part: 'train' }))).toBe('fitted');
    expect(blindnessOf(presentation({ part: 'test' }))).toBe('unseen');
  });

  it('is its half and its lighting model, where it was staged', () => {
    expect(blindnessOf(presentation({ part: 'train', ...staged('point') }))).toBe('fitted');
    expect(blindnessOf(presentation({ part: 'test', ...staged('area') }))).toBe('unseen');
    expect(blindnessOf(presentation({ part: 'train', ...staged('area') }))).toBe('half-seen');
    expect(blindnessOf(presentation({ part: 'test', ...staged('point') }))).toBe('half-seen');
  });
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-rows-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a table of presentations', () => {
  it('that was written is read as it was', async () => {
    const rows = [
      presentation({
        readings: {
          'turn-depth': {
            family: 'depth',
            reading: { kind: 'measured', score: 0.4, measures: { turns: 2 } },
          },
          light: { family: 'light', reading: { kind: 'unavailable', reason: 'too-bright' } },
        },
      }),
      presentation({ source: 'b.mp4', label: 'attack', species: 'print', ended: 'CHALLENGE_TIMEOUT' }),
    ];
    const path = join(folder, 'kept', 'rows.jsonl');
    await writePresentations(path, rows);
    expect(await readPresentations(path)).toEqual(rows);
  });

  it('may be packed', async () => {
    const rows = [presentation({}), presentation({ source: 'b.mp4', ended: 'NO_FACE' })];
    const path = join(folder, 'packed.jsonl.gz');
    writeFileSync(path, gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')));
    expect(await readPresentations(path)).toEqual(rows);
  });

  it('of sessions says by planLight whether there was light', async () => {
    const path = join(folder, 'sessions.jsonl');
    const row = { source: 's', person: 'p', part: 'test', species: 'loop', label: 'attack', readings: {} };
    writeFileSync(path, [true, false].map((planLight) => JSON.stringify({ ...row, planLight })).join('\n'));
    expect((await readPresentations(path)).map(({ plan }) => plan)).toEqual(['light', 'no-light']);
  });

  it('of sessions says who stood there and in which light, and is read again as it was written', async () => {
    const line = {
      source: 's',
      person: 'p',
      part: 'test',
      species: 'live',
      label: 'bona-fide',
      readings: {},
    };
    const path = join(folder, 'staged.jsonl');
    writeFileSync(path, JSON.stringify({ ...line, planLight: true, lightModel: 'area', ambientLux: 120 }));
    const rows = await readPresentations(path);
    expect(rows[0]).toMatchObject({
      species: '',
      staged: { act: 'live', lightModel: 'area', ambientLux: 120 },
    });
    const again = join(folder, 'staged-again.jsonl');
    await writePresentations(again, rows);
    expect(await readPresentations(again)).toEqual(rows);
  });

  it('of sessions says by its ending what ended them before a verdict', async () => {
    const path = join(folder, 'endings.jsonl');
    const row = { source: 's', person: 'p', part: 'test', species: 'loop', label: 'attack', signals: {} };
    const endings = ['completed', 'CHALLENGE_TIMEOUT'];
    writeFileSync(path, endings.map((ending) => JSON.stringify({ ...row, ending })).join('\n'));
    expect((await readPresentations(path)).map(({ ended }) => ended)).toEqual([null, 'CHALLENGE_TIMEOUT']);
  });

  it.each([
    ['{', /rows.bad:1: it is no JSON/],
    ['[]', /rows.bad:1: it is no object/],
    ['{"source":"a","part":"both"}', /part is both/],
    ['{"source":"a","part":"train","label":"fake"}', /label is fake/],
    [
      '{"source":"a","part":"train","label":"attack","readings":{"x":{"family":"magic","reading":{}}}}',
      /readings.x.family is magic/,
    ],
    [
      '{"source":"a","part":"train","label":"attack","readings":{"x":{"family":"depth","reading":{"kind":"measured"}}}}',
      /readings.x.reading has no score/,
    ],
  ])('a line %s is refused', async (text, message) => {
    const path = join(folder, 'rows.bad');
    writeFileSync(path, text);
    await expect(readPresentations(path)).rejects.toThrow(message);
  });
});

describe('the split', () => {
  it('a person on both sides is found', () => {
    const rows = [
      presentation({ source: 'a', person: 'anna', part: 'train' }),
      presentation({ source: 'b', person: 'anna', part: 'test' }),
    ];
    expect(() => assertSplit(rows)).toThrow(/person anna stands in train and in test/);
  });

  it('a source on both sides is found, though nobody is named', () => {
    const rows = [presentation({ source: 'a' }), presentation({ source: 'a', part: 'test' })];
    expect(() => assertSplit(rows)).toThrow(/source a stands/);
  });
});

describe('what a row counts', () => {
  const rows = [
    presentation({ source: 'l1' }),
    presentation({ source: 'l2' }),
    attack('p1', 'print'),
    attack('p1', 'print'),
    attack('p1', 'print'),
    attack('p2', 'print'),
    attack('s1', 'screen'),
  ];
  const weights = rowWeights(rows);
  const sum = (from: number, to: number): number => weights.slice(from, to).reduce((a, b) => a + b, 0);

  it('live people and attacks are half each', () => {
    expect(sum(0, 2)).toBeCloseTo(0.5, 12);
    expect(sum(2, 7)).toBeCloseTo(0.5, 12);
  });

  it('three renderings of one source count as much as one of another', () => {
    expect(sum(2, 5)).toBeCloseTo(weights[5] ?? 0, 12);
  });

  it('each species counts the same', () => {
    expect(sum(2, 6)).toBeCloseTo(sum(6, 7), 12);
  });
});

describe('an interval over clusters', () => {
  const trials = (sources: number, each: number, happens: (source: number, index: number) => boolean) =>
    Array.from({ length: sources * each }, (_, at) => ({
      source: `s${Math.floor(at / each)}`,
      happened: happens(Math.floor(at / each), at % each),
    }));

  it('of one trial a source is Wilson’s', () => {
    const { ci95, effectiveTrials } = clusteredInterval(trials(20, 1, () => false));
    expect(effectiveTrials).toBe(20);
    expect(ci95[1]).toBeCloseTo(0.161, 3);
  });

  it('300 presentations of 10 sources without an error are worth no more than 100', () => {
    const { ci95, effectiveTrials } = clusteredInterval(trials(10, 30, () => false));
    expect(effectiveTrials).toBeGreaterThan(60);
    expect(effectiveTrials).toBeLessThan(100);
    expect(ci95[1]).toBeGreaterThan(0.036);
  });

  it('where all errors are of one source, its presentations count as one', () => {
    const { effectiveTrials } = clusteredInterval(trials(10, 30, (source) => source === 0));
    expect(effectiveTrials).toBeCloseTo(10, 0);
  });

  it('where errors are spread evenly, presentations count nearly for themselves', () => {
    const { effectiveTrials } = clusteredInterval(
      trials(10, 30, (_source, index) => index % 3 === 0),
      { leastCorrelation: 0 },
    );
    expect(effectiveTrials).toBeCloseTo(300, 0);
  });

  it('of no trial says nothing', () => {
    expect(clusteredInterval([]).ci95).toEqual([0, 1]);
  });
});

describe('a judged row', () => {
  it('that ended before its verdict is refused by its ending, at any threshold', () => {
    const row = presentation({ label: 'attack', species: 'loop', ended: 'WRONG_ACTION' });
    expect(judgeRow(row, passiveFusion)).toMatchObject({
      accepted: false,
      margin: -Infinity,
      stoppedBy: 'WRONG_ACTION',
    });
  });

  it('in which too little was measured is refused by that', () => {
    expect(judgeRow(presentation({}), passiveFusion)).toMatchObject({
      accepted: false,
      stoppedBy: 'SIGNALS_INSUFFICIENT',
    });
  });
});
