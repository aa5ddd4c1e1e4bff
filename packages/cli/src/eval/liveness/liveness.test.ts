import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { passiveFusion, type SignalReadings } from '@huoti/core';
import { readLivenessTable } from './readLivenessTable.js';
import { rocOf } from './rocOf.js';
import { scoreLiveness, type MeasuredRow } from './scoreLiveness.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-liveness-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every signal of the model at one score; the named ones unavailable. */
function readingsAt(score: number, hidden: readonly string[] = []): SignalReadings {
  return Object.fromEntries(
    Object.entries(passiveFusion.signals).map(([name, { family }]) => [
      name,
      hidden.includes(name)
        ? { family, reading: { kind: 'unavailable', reason: 'too-few-frames' } as const }
        : { family, reading: { kind: 'measured', score, measures: {} } as const },
    ]),
  );
}

const names = Object.keys(passiveFusion.signals);

function row(
  file: string,
  species: string,
  readings: SignalReadings,
  { isStill = false, framesWithFace = 90 }: { isStill?: boolean; framesWithFace?: number } = {},
): MeasuredRow {
  return {
    file,
    label: species === '' ? 'bona-fide' : 'attack',
    species,
    person: '',
    part: '',
    isStill,
    measured: { frames: 90, framesWithFace, durationMs: 3000, readings },
  };
}

const score = (rows: readonly MeasuredRow[]) => scoreLiveness({ rows, unreadable: [], model: passiveFusion });

describe('the table', () => {
  let tables = 0;
  const tableOf = (text: string): string => {
    const path = join(folder, `${(tables += 1)}.csv`);
    writeFileSync(path, text);
    return path;
  };

  it('takes file, label and species in any order, and any other column', async () => {
    const path = tableOf('note,species,file,label\nx,print,a.mp4,attack\ny,,b.mp4,bona-fide\n');
    expect(await readLivenessTable(path)).toMatchObject([
      { file: 'a.mp4', label: 'attack', species: 'print' },
      { file: 'b.mp4', label: 'bona-fide', species: '' },
    ]);
  });

  it('an attack without a species is of the species "unnamed", and a live person of none', async () => {
    const path = tableOf('file,label,species\na.mp4,attack,\nb.mp4,bona-fide,print\n');
    expect((await readLivenessTable(path)).map(({ species }) => species)).toEqual(['unnamed', '']);
  });

  it.each([
    ['file,label,species\na.mp4,genuine,\n', /line 2: label is "genuine"; use bona-fide or attack/],
    ['file,label,species\n,attack,print\n', /line 2: file is empty/],
    ['file,label\na.mp4,attack\n', /column species is missing/],
    ['file,label,species\n', /it has no row/],
  ])('%j is refused, and the line is named', async (text, message) => {
    await expect(readLivenessTable(tableOf(text))).rejects.toThrow(message);
  });
});

describe('rates', () => {
  it('counts each species apart, and the worst is the one with the highest rate', () => {
    const { species, worstSpecies, bonaFide } = score([
      row('p1', 'print', readingsAt(0.05)),
      row('p2', 'print', readingsAt(0.05)),
      row('s1', 'screen', readingsAt(0.95)),
      row('s2', 'screen', readingsAt(0.05)),
      row('l1', '', readingsAt(0.95)),
    ]);
    expect(species.print).toMatchObject({ n: 2, accepted: 0, apcer: 0 });
    expect(species.screen).toMatchObject({ n: 2, accepted: 1, apcer: 0.5 });
    expect(worstSpecies).toBe('screen');
    expect(bonaFide).toMatchObject({ n: 1, rejected: 0, bpcer: 0 });
  });

  it('of none accepted in 20 the upper end of the interval is 16 %, not 0', () => {
    const rows = Array.from({ length: 20 }, (_, index) => row(`p${index}`, 'print', readingsAt(0.05)));
    const [low, high] = score(rows).species.print?.ci95 ?? [];
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.161, 3);
  });

  it('without a live clip there is no BPCER, and without an attack no worst species', () => {
    expect(score([row('p1', 'print', readingsAt(0.05))]).bonaFide).toEqual({
      n: 0,
      rejected: 0,
      bpcer: null,
      ci95: null,
    });
    expect(score([row('l1', '', readingsAt(0.95))]).worstSpecies).toBeNull();
  });

  it('a clip without a face is not accepted, whatever was measured around it, and the reason says so', () => {
    const scores = score([row('empty', '', readingsAt(0.95), { framesWithFace: 0 })]);
    expect(scores.rows[0]).toMatchObject({ accepted: false });
    expect(scores.rows[0]?.reason).toMatch(/^NO_FACE/);
    expect(scores.bonaFide.rejected).toBe(1);
  });

  it('a clip with one measured family is not accepted: SIGNALS_INSUFFICIENT, naming the family', () => {
    const others = names.filter((name) => passiveFusion.signals[name]?.family !== 'physiology');
    const [judged] = score([row('short', '', readingsAt(0.95, others))]).rows;
    expect(judged?.accepted).toBe(false);
    expect(judged?.reason).toMatch(/^SIGNALS_INSUFFICIENT: only physiology/);
  });

  it('a refused clip names the signals that took most away, strongest first', () => {
    const [judged] = score([row('print', 'print', readingsAt(0.05))]).rows;
    const named = /^SPOOF_SUSPECTED: ([\w-]+) (-[\d.]+), ([\w-]+) (-[\d.]+)/.exec(judged?.reason ?? '');
    expect(named).not.toBeNull();
    expect(Number(named?.[2])).toBeLessThanOrEqual(Number(named?.[4]));
  });
});

describe('stills', () => {
  const stills = [
    row('l.jpg', '', readingsAt(0.9), { isStill: true }),
    row('p.jpg', 'print', readingsAt(0.2), { isStill: true }),
  ];

  it('get no verdict and count in no rate', () => {
    const scores = score(stills);
    expect(scores.rows).toEqual([]);
    expect(scores.bonaFide.n).toBe(0);
    expect(scores.species).toEqual({});
    expect(scores.stills.n).toBe(2);
  });

  it('alone, they are what the AUC of each signal is over', () => {
    const { over, signals } = score(stills);
    expect(over).toBe('stills');
    expect(signals.texture).toEqual({ auc: 1, measured: 2, unavailable: 0 });
  });

  it('beside clips they have an AUC of their own', () => {
    const clips = [row('l.mp4', '', readingsAt(0.2)), row('p.mp4', 'print', readingsAt(0.9))];
    const scores = score([...stills, ...clips]);
    expect(scores.over).toBe('clips');
    expect(scores.signals.texture?.auc).toBe(0);
    expect(scores.stills.signals.texture?.auc).toBe(1);
  });
});

describe('the ROC', () => {
  it('starts at the strictest threshold, ends where all are accepted, and never falls', () => {
    const curve = rocOf([0.9, 0.7, 0.7, 0.2], [0.8, 0.1]);
    expect(curve[0]).toEqual({ threshold: 0.9, attack: 0, live: 0.25 });
    expect(curve.at(-1)).toEqual({ threshold: 0.1, attack: 1, live: 1 });
    for (const [index, point] of curve.slice(1).entries()) {
      expect(point.attack).toBeGreaterThanOrEqual(curve[index]?.attack ?? 0);
      expect(point.live).toBeGreaterThanOrEqual(curve[index]?.live ?? 0);
    }
  });

  it('of a thousand scores has at most 50 points', () => {
    const many = Array.from({ length: 1000 }, (_, index) => index / 1000);
    expect(rocOf(many, many).length).toBeLessThanOrEqual(50);
  });

  it('is empty where one label was never measured', () => {
    expect(rocOf([], [0.3])).toEqual([]);
  });
});
