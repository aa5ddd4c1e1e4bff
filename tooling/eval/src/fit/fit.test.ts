import { describe, expect, it } from '@jest/globals';
import { fuseSignals, passiveFusion, sessionFusion, type SignalReadings } from '@huoti/core';
import type { Presentation } from '../rows/Presentation.js';
import { fitFusion } from './fitFusion.js';
import type { FusionPrior } from './FusionPrior.js';
import { leaveOnePersonOut } from './leaveOnePersonOut.js';
import { passivePrior } from './passivePrior.js';
import { sessionPrior } from './sessionPrior.js';
import { sessionsToFit } from './sessionsToFit.js';
import { writeModelFile } from './writeModelFile.js';

const signal = { weight: 1, neutral: 0.5, most: 3, least: -3, missing: -0.2 } as const;
const prior: FusionPrior = {
  bias: 0,
  threshold: 0.5,
  signals: { telling: { family: 'depth', ...signal }, idle: { family: 'texture', ...signal } },
};

function rowOf(label: Presentation['label'], index: number, scores: Readonly<Record<string, number>>) {
  const readings: SignalReadings = Object.fromEntries(
    Object.entries(scores).map(([name, score]) => [
      name,
      {
        family: name === 'telling' ? 'depth' : 'texture',
        reading: { kind: 'measured', score, measures: {} },
      },
    ]),
  );
  const source = `${label}-${index}`;
  const row: Presentation = {
    source,
    person: source,
    part: 'train',
    label,
    species: label === 'attack' ? 'print' : '',
    plan: 'clip',
    ended: null,
    readings,
  };
  return row;
}

/** Live people and attacks, told apart by one signal; what the other says has nothing to do with either. */
const rows = [0, 1, 2, 3, 4, 5].flatMap((index) => [
  rowOf('bona-fide', index, { telling: 0.7, idle: index % 2 === 0 ? 0.9 : 0.1 }),
  rowOf('attack', index, { telling: 0.3, idle: index % 2 === 0 ? 0.9 : 0.1 }),
]);

describe('a fit', () => {
  it('raises the weight of a signal that tells, and lowers that of one that does not', () => {
    const { factors } = fitFusion(prior, rows);
    expect(factors.telling).toBeGreaterThan(1);
    expect(factors.idle).toBeLessThan(1);
  });

  it('never makes a weight negative: a signal that points the wrong way is left out', () => {
    const wrong = rows.map((row) => rowOf(row.label === 'attack' ? 'bona-fide' : 'attack', 0, scoresOf(row)));
    const { factors, model } = fitFusion(prior, wrong);
    expect(factors.telling).toBe(0);
    expect(model.signals.telling?.missing).toBeCloseTo(0, 12);
  });

  it('of the same rows gives the same numbers, and in any order', () => {
    expect(fitFusion(prior, [...rows].reverse()).model).toEqual(fitFusion(prior, rows).model);
  });

  it('does not leave the prior where there is one label only, or none', () => {
    expect(fitFusion(prior, []).model).toEqual(prior);
    const live = rows.filter(({ label }) => label === 'bona-fide');
    expect(fitFusion(prior, live).model).toEqual(prior);
  });

  it('learns nothing of a signal that no row measured', () => {
    const unseen: FusionPrior = {
      ...prior,
      signals: { ...prior.signals, light: { family: 'light', ...signal } },
    };
    const { factors, model } = fitFusion(unseen, rows);
    expect(factors.light).toBe(1);
    expect(model.signals.light).toEqual(unseen.signals.light);
  });

  it('looks at no session that ended by itself', () => {
    const ended = rows.map((row) => ({ ...row, ended: row.label === 'attack' ? 'CHALLENGE_TIMEOUT' : null }));
    expect(fitFusion(prior, ended).model).toEqual(prior);
  });

  it('is never worse on its own rows than the prior', () => {
    const { lossBefore, lossAfter } = fitFusion(prior, rows);
    expect(lossAfter).toBeLessThanOrEqual(lossBefore);
  });
});

const scoresOf = ({ readings }: Presentation): Record<string, number> =>
  Object.fromEntries(
    Object.entries(readings).map(([name, { reading }]) => [
      name,
      reading.kind === 'measured' ? reading.score : 0.5,
    ]),
  );

describe('people left out', () => {
  it('each row is judged once, by a model that was fitted without its person', () => {
    // One live person looks like an attack to the telling signal: a model that had seen them would lean that way.
    const odd = rowOf('bona-fide', 9, { telling: 0.05, idle: 0.5 });
    const held = leaveOnePersonOut(prior, [...rows, odd]);
    expect(held).toHaveLength(rows.length + 1);
    const without = fitFusion(prior, rows).model;
    const model = { ...passiveFusion, ...without };
    const expected = fuseSignals({ readings: odd.readings, model }).margin;
    expect(held.find(({ row }) => row === odd)?.margin).toBeCloseTo(expected, 12);
  });
});

describe('the sessions that a fit looks at', () => {
  const lit = rows.map((row, index) => ({
    ...row,
    plan: 'light' as const,
    staged: {
      act: row.species || 'live',
      lightModel: index % 2 ? ('area' as const) : ('point' as const),
      ambientLux: 90,
    },
  }));

  it('are those of the training half under the lighting model of the training half', () => {
    expect(sessionsToFit(lit)).toEqual(lit.filter(({ staged }) => staged.lightModel === 'point'));
    expect(sessionsToFit(lit.map((row) => ({ ...row, part: 'test' as const })))).toEqual([]);
    expect(sessionsToFit(lit.map((row) => ({ ...row, plan: 'no-light' as const })))).toEqual([]);
  });

  it('are none of the attacks that no signal can tell', () => {
    const told = ['rendered', 'puppet', 'print'].map((species) => ({
      ...lit[0]!,
      label: 'attack' as const,
      species,
    }));
    expect(sessionsToFit(told).map(({ species }) => species)).toEqual(['print']);
  });
});

describe('the priors', () => {
  it('name the signals of the committed models', () => {
    expect(Object.keys(passiveFusion.signals).sort()).toEqual(Object.keys(passivePrior.signals).sort());
    const session = sessionPrior(passivePrior);
    expect(Object.keys(sessionFusion.signals).sort()).toEqual(Object.keys(session.signals).sort());
  });

  it('a turn that was asked for and not measured costs more than one in a clip that asks for none', () => {
    const { missing } = sessionPrior(passivePrior).signals['turn-depth'] ?? { missing: 0 };
    expect(missing).toBeLessThan(passivePrior.signals['turn-depth']?.missing ?? 0);
  });
});

describe('the written file', () => {
  const text = writeModelFile({
    name: 'passiveFusion',
    about: ['Judges clips.'],
    model: {
      ...prior,
      version: 'passive@7',
      provenance: { command: "it's", date: 'd', rows: 'r', limits: ['l'] },
    },
  });

  it('holds every number of the model', () => {
    expect(text).toMatch(
      /telling: \{ family: 'depth', weight: 1, neutral: 0.5, most: 3, least: -3, missing: -0.2 \},/,
    );
    expect(text).toMatch(/version: 'passive@7', bias: 0, threshold: 0.5,/);
  });

  it('quotes what could end a quote', () => {
    expect(text).toContain("command: 'it\\'s'");
  });
});
