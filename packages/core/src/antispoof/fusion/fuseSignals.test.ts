import { describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { FamilyReading, SignalReadings } from '../SignalReadings.js';
import type { FusionModel } from './FusionModel.js';
import { fuseSignals } from './fuseSignals.js';
import { passiveFusion } from './passiveFusion.js';
import { sessionFusion } from './sessionFusion.js';

const MODELS: readonly (readonly [string, FusionModel])[] = [
  ['passive', passiveFusion],
  ['session', sessionFusion],
];

const measured = (
  model: FusionModel,
  name: string,
  score: number,
  measures: Readonly<Record<string, number>> = {},
): FamilyReading => ({
  family: model.signals[name]?.family ?? 'capture',
  reading: { kind: 'measured', score, measures },
});

const unavailable = (model: FusionModel, name: string): FamilyReading => ({
  family: model.signals[name]?.family ?? 'capture',
  reading: { kind: 'unavailable', reason: 'too-few-frames' },
});

/** Readings with the signals of the set bits measured, the others unavailable. */
function pattern(model: FusionModel, bits: number, scoreOf: (name: string) => number): SignalReadings {
  const entries = Object.keys(model.signals).map((name, index): [string, FamilyReading] => [
    name,
    (bits >> index) & 1 ? measured(model, name, scoreOf(name)) : unavailable(model, name),
  ]);
  return Object.fromEntries(entries);
}

describe.each(MODELS)('every pattern of unavailable signals, %s fusion', (_name, model) => {
  const names = Object.keys(model.signals);
  const patterns = Array.from({ length: 2 ** names.length }, (_, bits) => bits);
  const neutral = (name: string): number => model.signals[name]?.neutral ?? 0.5;
  const scores = new Float64Array(patterns.length);
  for (const bits of patterns)
    scores[bits] = fuseSignals({ readings: pattern(model, bits, neutral), model }).score;

  it('a signal that is unavailable never gives a higher score than the same signal at neutral', () => {
    const raised = patterns.filter((bits) =>
      names.some((_, index) => ((bits >> index) & 1) === 0 && scores[bits]! > scores[bits | (1 << index)]!),
    );
    expect(raised).toEqual([]);
  });

  it('nor than the same signal at its best', () => {
    const best = fuseSignals({ readings: pattern(model, patterns.length - 1, () => 1), model }).score;
    const higher = patterns.filter(
      (bits) => fuseSignals({ readings: pattern(model, bits, () => 1), model }).score > best,
    );
    expect(higher).toEqual([]);
  });

  it('fewer than two measured families are insufficient, and two or more are judged', () => {
    const wrong = patterns.filter((bits) => {
      const families = new Set(
        names
          .filter((name, index) => (bits >> index) & 1 && model.signals[name]!.weight > 0)
          .map((name) => model.signals[name]!.family),
      );
      const { verdict } = fuseSignals({ readings: pattern(model, bits, () => 0.9), model });
      return (verdict === 'insufficient') !== families.size < 2;
    });
    expect(wrong).toEqual([]);
  });

  it('no score, margin or contribution is ever NaN or infinite', () => {
    const broken = patterns.filter((bits) =>
      [0, 0.5, 1].some((score) => {
        const fused = fuseSignals({ readings: pattern(model, bits, () => score), model });
        return ![fused.score, fused.margin, ...Object.values(fused.contributions)].every(Number.isFinite);
      }),
    );
    expect(broken).toEqual([]);
  });

  it('nobody is present in whom nothing was measured', () => {
    expect(fuseSignals({ readings: {}, model }).verdict).toBe('insufficient');
    expect(fuseSignals({ readings: pattern(model, 0, neutral), model }).verdict).toBe('insufficient');
  });
});

describe.each(MODELS)('%s fusion', (_name, model) => {
  const names = Object.keys(model.signals);

  it('a higher score of any signal never lowers the fused score', () => {
    const random = createSeededRandom(7);
    for (let round = 0; round < 300; round += 1) {
      const bytes = random.fill(new Uint8Array(names.length + 2));
      const bits = bytes[0]! | (bytes[1]! << 8);
      const base = (name: string): number => bytes[names.indexOf(name) + 2]! / 255;
      for (const name of names) {
        const low = fuseSignals({ readings: pattern(model, bits, base), model });
        const high = fuseSignals({
          readings: pattern(model, bits, (one) => (one === name ? Math.min(1, base(one) + 0.2) : base(one))),
          model,
        });
        expect(high.score).toBeGreaterThanOrEqual(low.score);
      }
    }
  });

  it('no number of it lets a missing signal help, and no weight is negative', () => {
    for (const { weight, neutral, most, least, missing } of Object.values(model.signals)) {
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(most).toBeGreaterThanOrEqual(0);
      expect(least).toBeLessThanOrEqual(0);
      expect(missing).toBeLessThanOrEqual(0);
      expect(missing).toBeGreaterThanOrEqual(least);
      expect(neutral > 0 && neutral < 1).toBe(true);
    }
  });

  it('no single signal at its best makes up for all others at their worst', () => {
    for (const star of names) {
      const readings = pattern(model, 2 ** names.length - 1, (name) => (name === star ? 1 : 0));
      expect(fuseSignals({ readings, model }).verdict).toBe('spoof');
    }
  });

  it('no verdict rests on texture alone: the texture family at its worst does not refuse whom all others show', () => {
    const readings = pattern(model, 2 ** names.length - 1, (name) =>
      model.signals[name]!.family === 'texture' ? 0 : 1,
    );
    expect(fuseSignals({ readings, model }).verdict).toBe('present');
  });

  it('says the command that made it', () => {
    expect(model.provenance.command).toMatch(/^node tooling\/eval\//);
    expect(model.version).toMatch(/^[a-z]+@\d+$/);
  });
});

describe('light', () => {
  const all = 2 ** Object.keys(sessionFusion.signals).length - 1;

  it('an injected recording of a person that answers no light is refused, perfect as all else is', () => {
    // The attacker injects a recording of a session: depth, lids, lips and texture are the person's own. The colours are not this plan's.
    const readings = pattern(sessionFusion, all, (name) => (name === 'light' ? 0.05 : 0.95));
    expect(fuseSignals({ readings, model: sessionFusion }).verdict).toBe('spoof');
  });

  it('that was shown and could not be measured costs what failing it does: hiding it gains nothing', () => {
    const readings = {
      ...pattern(sessionFusion, all, () => 0.75),
      light: unavailable(sessionFusion, 'light'),
    };
    expect(fuseSignals({ readings, model: sessionFusion }).verdict).toBe('spoof');
    // The same person in a session that showed no colours.
    expect(fuseSignals({ readings, model: passiveFusion }).verdict).toBe('present');
  });
});

describe('hard rules', () => {
  const model = passiveFusion;
  const names = Object.keys(model.signals);
  const all = 2 ** names.length - 1;

  it('a loop is a spoof whatever else was measured', () => {
    // The attacker injects a recording that runs in a circle: every other signal is that of the person recorded.
    const readings = {
      ...pattern(model, all, () => 1),
      'frame-repeats': measured(model, 'frame-repeats', 1, { loop: 1 }),
    };
    expect(fuseSignals({ readings, model })).toMatchObject({ verdict: 'spoof', rule: 'loop' });
  });

  it('a loop is a spoof even where nothing else could be measured', () => {
    const readings = { 'frame-repeats': measured(model, 'frame-repeats', 0.1, { loop: 1 }) };
    expect(fuseSignals({ readings, model })).toMatchObject({ verdict: 'spoof', rule: 'loop' });
  });

  it('an unavailable signal breaks no rule', () => {
    const readings = {
      ...pattern(model, all, () => 0.9),
      'frame-repeats': unavailable(model, 'frame-repeats'),
    };
    expect(fuseSignals({ readings, model }).rule).toBeNull();
  });
});

describe('numbers that are none', () => {
  it('a score of NaN counts as not measured, and for no family', () => {
    const [first = ''] = Object.keys(passiveFusion.signals);
    const broken = { [first]: measured(passiveFusion, first, NaN) };
    const gone = { [first]: unavailable(passiveFusion, first) };
    expect(fuseSignals({ readings: broken, model: passiveFusion })).toEqual(
      fuseSignals({ readings: gone, model: passiveFusion }),
    );
  });

  it('a signal that the model does not know has no say', () => {
    const readings = { invented: measured(passiveFusion, 'invented', 1) };
    const { contributions, families } = fuseSignals({ readings, model: passiveFusion });
    expect(contributions).not.toHaveProperty('invented');
    expect(families).toEqual([]);
  });
});
