import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { passiveFusion, type FusionModel, type SignalReadings } from '@huoti/core';
import { worseThan } from '../check/worseThan.js';
import { judgeRow } from '../rows/judgeRow.js';
import type { Presentation } from '../rows/Presentation.js';
import { detCurve } from './detCurve.js';
import { hidingSection } from './hidingSection.js';
import { reportTable } from './ReportTable.js';
import { roomSection } from './roomSection.js';
import { signalTable } from './signalTable.js';
import { summariseRows } from './summariseRows.js';
import { worstPattern } from './worstPattern.js';
import { writeReport } from './writeReport.js';

const readingsAt = (scoreOf: (name: string) => number | null): SignalReadings =>
  Object.fromEntries(
    Object.entries(passiveFusion.signals).map(([name, { family }]) => {
      const score = scoreOf(name);
      return [
        name,
        score === null
          ? { family, reading: { kind: 'unavailable', reason: 'no-turn' } as const }
          : { family, reading: { kind: 'measured', score, measures: {} } as const },
      ];
    }),
  );

const rowOf = (source: string, species: string, readings: SignalReadings): Presentation => ({
  source,
  person: '',
  part: source.startsWith('t') ? 'train' : 'test',
  label: species === '' ? 'bona-fide' : 'attack',
  species,
  plan: 'clip',
  ended: null,
  readings,
});

const live = readingsAt(() => 0.9);
const flat = readingsAt(() => 0.1);
const rows = [
  rowOf('t1', '', live),
  rowOf('t2', '', flat),
  rowOf('t3', 'print', flat),
  rowOf('u1', '', live),
  rowOf('u2', 'print', flat),
  rowOf('u3', 'screen', live),
];

describe('a summary', () => {
  const summary = summariseRows(rows, passiveFusion);

  it('counts live people that were refused and attacks that were accepted, and names them', () => {
    expect(summary.bonaFide).toMatchObject({ n: 3, happened: 1 });
    expect(summary.species.print).toMatchObject({ n: 2, happened: 0 });
    expect(summary.species.screen).toMatchObject({ n: 1, happened: 1 });
    expect(summary.wrong.map(({ row }) => row.source)).toEqual(['t2', 'u3']);
  });

  it('tells footage of people and drawn people apart', () => {
    const staged = (source: string, act: string, readings: SignalReadings): Presentation => ({
      ...rowOf(source, '', readings),
      staged: { act, lightModel: 'area', ambientLux: 50 },
    });
    const { people } = summariseRows(
      [staged('u7', 'live', live), staged('u8', 'live', flat), staged('u9', 'synthetic', live)],
      passiveFusion,
    );
    expect(people.live).toMatchObject({ n: 2, happened: 1 });
    expect(people.synthetic).toMatchObject({ n: 1, happened: 0 });
  });

  it('the worst species is the one with the highest upper bound', () => {
    expect(summary.worst).toBe('screen');
  });
});

describe('a report by the light of the room', () => {
  it('counts only those who completed, each in its room', () => {
    const at = (row: Presentation, ambientLux: number): Presentation => ({
      ...row,
      staged: { act: 'live', lightModel: 'area', ambientLux },
    });
    const lines = roomSection(
      [
        at(rowOf('u1', '', live), 12),
        at(rowOf('u2', '', flat), 12),
        at(rowOf('u3', 'screen', live), 250),
        at({ ...rowOf('u4', 'screen', live), ended: 'CHALLENGE_TIMEOUT' }, 250),
      ],
      passiveFusion,
    );
    expect(lines).toContain('| 0 to 30 | 1 of 2 | 0 of 2 | 0 of 0 |');
    expect(lines).toContain('| 100 to 300 | 0 of 0 | 0 of 0 | 1 of 1 |');
  });

  it('is left out where nobody was staged', () => {
    expect(roomSection(rows, passiveFusion)).toEqual([]);
  });
});

describe('what hiding a signal gains', () => {
  it('an attack that one signal stops is accepted when the signal is hidden, and the pattern names it', () => {
    // The attacker shows a print well and keeps the one signal from being measured that sees through it.
    const part = { weight: 1, neutral: 0.5, most: 1, least: -3, missing: -0.1 } as const;
    const model = {
      ...passiveFusion,
      bias: 0,
      signals: {
        'turn-depth': { family: 'depth', ...part },
        'blink-shape': { family: 'physiology', ...part },
        texture: { family: 'texture', ...part },
      },
    } satisfies FusionModel;
    const readings = readingsAt((name) => (name === 'turn-depth' ? 0.1 : 0.6));
    const seenThrough = rowOf('u4', 'print', readings);
    expect(judgeRow(seenThrough, model).accepted).toBe(false);
    expect(worstPattern([seenThrough], model)).toMatchObject({
      hidden: ['turn-depth'],
      rate: { happened: 1, n: 1, sources: 1 },
    });
  });

  it('an attack that every signal stops is accepted under no pattern', () => {
    expect(worstPattern([rowOf('u2', 'print', flat)], passiveFusion)).toMatchObject({
      rate: { happened: 0 },
      hidden: [],
    });
  });

  it('an aim is kept where the whole interval lies under it, missed where it lies above, and else not shown', () => {
    // Three signals have 8 patterns to be hidden in, all of them 1,024.
    const few = {
      ...passiveFusion,
      signals: Object.fromEntries(
        Object.entries(passiveFusion.signals).filter(([name]) =>
          ['turn-depth', 'blink-shape', 'texture'].includes(name),
        ),
      ),
    };
    const printsOf = (count: number, readings: SignalReadings): string =>
      hidingSection(
        Array.from({ length: count }, (_, at) => rowOf(`u${at}`, 'print-still', readings)),
        few,
      ).join('\n');
    // 0 of 185 sources: up to 2.03 %; of 200: up to 1.88 %.
    expect(printsOf(185, flat)).toMatch(/\| 0 of 185: .*to 2\.0 % \| none \| 2\.0 %: not shown/);
    expect(printsOf(200, flat)).toMatch(/\| 0 of 200: .*to 1\.9 % \| none \| 2\.0 %: kept/);
    expect(printsOf(3, live)).toMatch(/\| 3 of 3: .* \| none \| 2\.0 %: missed/);
  });

  it('a species without an aim says none', () => {
    expect(hidingSection(rows, passiveFusion).join('\n')).toMatch(
      /\| screen \| 1 of 1 \| 1 of 1: .* \| none \| - \|/,
    );
  });
});

describe('the curve of both errors', () => {
  const curve = detCurve([2, 1, -Infinity], [0, -1]);

  it('begins where every attack of a verdict is accepted and ends where everybody is refused', () => {
    expect(curve[0]).toEqual({ apcer: 1, bpcer: 1 / 3 });
    expect(curve.at(-1)).toEqual({ apcer: 0, bpcer: 1 });
  });

  it('whoever ended without a verdict is refused at every threshold', () => {
    expect(Math.min(...curve.map(({ bpcer }) => bpcer))).toBeCloseTo(1 / 3, 12);
  });
});

describe('signals alone', () => {
  it('one that is never measured has no AUC and is counted as unavailable', () => {
    const hidden = rows.map((row) => ({
      ...row,
      readings: {
        ...row.readings,
        light: { family: 'light', reading: { kind: 'unavailable', reason: 'x' } },
      },
    })) satisfies Presentation[];
    const light = signalTable(hidden).find(({ name }) => name === 'light');
    expect(light).toMatchObject({ auc: null, unavailableLive: 3, unavailableAttack: 3 });
  });
});

describe('the check', () => {
  const table = reportTable(summariseRows(rows, passiveFusion), { model: 'm@1', threshold: 0.5, date: 'd' });

  it('finds nothing worse in the rows that the table was made of', () => {
    expect(worseThan(summariseRows(rows, passiveFusion), table)).toEqual([]);
  });

  it('finds a rate that left its interval', () => {
    const worse = [1, 2, 3, 4, 5, 6].map((index) => rowOf(`u${index}`, 'print', live));
    expect(worseThan(summariseRows(worse, passiveFusion), table)).toEqual([
      expect.stringMatching(/^print accepted: 6 of 6/),
    ]);
  });

  it('a new species may not be accepted once', () => {
    const fresh = [rowOf('u9', 'mask', live)];
    expect(worseThan(summariseRows(fresh, passiveFusion), table)).toEqual([
      expect.stringMatching(/^mask accepted: 1 of 1/),
    ]);
  });
});

describe('the written report', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huoti-report-'));
    await writeReport({
      name: 'clips',
      title: 'Clips <of> people',
      about: ['About.'],
      rows,
      model: passiveFusion,
      heldOut: null,
      command: 'node tooling/eval/dist/bin.js report',
      date: '2026-11-26',
      folder,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

  it('says the command, both rates with counts, and each wrong row by name', () => {
    const text = read('clips.md');
    expect(text).toContain('node tooling/eval/dist/bin.js report');
    expect(text).toMatch(/screen accepted \(APCER\), worst \| 1 of 1: 100.0 %/);
    expect(text).toMatch(/- u3, accepted: /);
    expect(text).toMatch(/- t2, refused: /);
  });

  it('keeps what the check compares with', () => {
    expect(JSON.parse(read('clips.json'))).toMatchObject({
      threshold: passiveFusion.threshold,
      bonaFide: { n: 3, happened: 1 },
      species: { print: { n: 2, happened: 0 }, screen: { n: 1, happened: 1 } },
    });
  });

  it('draws both pictures without a letter that XML does not allow', () => {
    for (const file of ['clips-det.svg', 'clips-signals.svg']) {
      expect(read(file)).toMatch(/^<svg [^>]*role="img"/);
      expect(read(file)).toContain('Clips &lt;of&gt; people');
      expect(read(file)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
