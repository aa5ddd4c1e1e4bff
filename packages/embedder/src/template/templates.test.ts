import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { syntheticTemplate } from '../testing/index.js';
import { calibrationOf } from './calibrationOf.js';
import { compareTemplates } from './compareTemplates.js';
import type { FaceTemplate } from './FaceTemplate.js';
import { meanTemplate } from './meanTemplate.js';
import { parseTemplate } from './parseTemplate.js';
import { serializeTemplate } from './serializeTemplate.js';
import { unitVector } from './unitVector.js';

const template = (...values: number[]): FaceTemplate => ({
  model: 'synthetic@1',
  values: unitVector(values) ?? Float32Array.of(1),
});

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isHuotiError(error)) return error.code;
    throw error;
  }
  return 'none';
}

describe('compareTemplates', () => {
  it('takes a template for itself, and tells two people apart', () => {
    const anna = syntheticTemplate('anna');
    expect(compareTemplates(anna, anna)).toMatchObject({ same: true, threshold: 0.5, model: 'synthetic@1' });
    expect(compareTemplates(anna, anna).similarity).toBeGreaterThan(0.95);
    expect(compareTemplates(anna, syntheticTemplate('bela'))).toMatchObject({ same: false });
    expect(compareTemplates(anna, syntheticTemplate('bela')).similarity).toBeLessThan(0.3);
  });

  it('says the same in both orders', () => {
    const [a, b] = [template(1, 0.4, 0), template(0.8, 0.9, 0.1)];
    expect(compareTemplates(a, b)).toEqual(compareTemplates(b, a));
  });

  it('says same at the threshold and different just below it', () => {
    const at = (cosine: number) =>
      compareTemplates(template(1, 0), template(cosine, Math.sqrt(1 - cosine * cosine)), {
        calibration: { thresholdCosine: 0.6, slope: 10, farAtThreshold: 0.01 },
      });
    expect(at(0.6001)).toMatchObject({ same: true, farAtThreshold: 0.01 });
    expect(at(0.6001).similarity).toBeGreaterThanOrEqual(0.5);
    expect(at(0.5999)).toMatchObject({ same: false });
    expect(at(0.5999).similarity).toBeLessThan(0.5);
  });

  it('refuses templates of two models, and a model that nobody calibrated', () => {
    const a = template(1, 0);
    expect(codeOf(() => compareTemplates(a, { ...a, model: 'synthetic@2' }))).toBe('INVALID_ARGUMENT');
    expect(codeOf(() => compareTemplates(a, template(1, 0, 0)))).toBe('INVALID_ARGUMENT');
    const unknown = { ...a, model: 'nobody@1' };
    expect(codeOf(() => compareTemplates(unknown, unknown))).toBe('INVALID_ARGUMENT');
    const inherited = { ...a, model: 'constructor@1' };
    expect(codeOf(() => compareTemplates(inherited, inherited))).toBe('INVALID_ARGUMENT');
    expect(codeOf(() => calibrationOf('toString'))).toBe('INVALID_ARGUMENT');
  });

  it.each([
    ['a longer vector', Float32Array.of(3, 0)],
    ['no number', Float32Array.of(NaN, 1)],
    ['nothing', new Float32Array(0)],
    ['too much', new Float32Array(4097).fill(1 / Math.sqrt(4097))],
  ])('refuses %s as a template', (_name, values) => {
    const broken = { model: 'synthetic@1', values };
    expect(codeOf(() => compareTemplates(broken, broken))).toBe('INVALID_ARGUMENT');
  });
});

describe('meanTemplate', () => {
  it('lies nearer to the person than its parts do', () => {
    const anna = syntheticTemplate('anna');
    const parts = [1, 2, 3, 4, 5].map((variant) => ({
      template: syntheticTemplate('anna', { noise: 0.45, variant }),
    }));
    const best = Math.max(...parts.map((part) => compareTemplates(anna, part.template).similarity));
    expect(compareTemplates(anna, meanTemplate(parts)).similarity).toBeGreaterThan(best);
  });

  it('leans towards the heavier part', () => {
    const { values } = meanTemplate([
      { template: template(1, 0), weight: 3 },
      { template: template(0, 1), weight: 1 },
    ]);
    expect(values[0]).toBeCloseTo(3 / Math.sqrt(10), 6);
    expect(values[1]).toBeCloseTo(1 / Math.sqrt(10), 6);
  });

  it('refuses nothing, a mix of models, parts that cancel out, and weights that are none', () => {
    const a = { template: template(1, 0) };
    const cases = [
      [],
      [a, { template: { ...a.template, model: 'synthetic@2' } }],
      [a, { template: template(-1, 0) }],
      [{ ...a, weight: 0 }],
      [{ ...a, weight: NaN }],
      [{ ...a, weight: Infinity }],
    ];
    for (const parts of cases) expect(codeOf(() => meanTemplate(parts))).toBe('INVALID_ARGUMENT');
  });
});

describe('the bytes of a template', () => {
  const known = template(0.6, -0.8);
  const bytes = serializeTemplate(known);

  it('are these', () => {
    // "HFT", layout 1, a name of 11 letters, 2 values, "synthetic@1", 0.6 and -0.8 as float32.
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '484654010b020073796e7468657469634031' + '9a99193f' + 'cdcc4cbf',
    );
  });

  it('are read back as what was written, from the middle of a buffer, too', () => {
    expect(parseTemplate(bytes)).toEqual(known);
    const larger = new Uint8Array(bytes.length + 9);
    larger.set(bytes, 5);
    expect(parseTemplate(larger.subarray(5, 5 + bytes.length))).toEqual(known);
  });

  it('are refused wherever they are cut off or go on', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(codeOf(() => parseTemplate(bytes.subarray(0, length)))).toBe('PROTOCOL_MALFORMED');
    }
    expect(codeOf(() => parseTemplate(Uint8Array.of(...bytes, 0)))).toBe('PROTOCOL_MALFORMED');
  });

  const changed = (at: number, ...values: number[]): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    copy.set(values, at);
    return copy;
  };

  it.each([
    ['another mark', changed(0, 0x58), 'PROTOCOL_MALFORMED'],
    ['a later layout', changed(3, 2), 'PROTOCOL_VERSION_UNSUPPORTED'],
    // An attacker claims more values than there are bytes, to make the reader allocate them.
    ['a count that the bytes do not hold', changed(5, 0xff, 0xff), 'PROTOCOL_MALFORMED'],
    ['a name with a line end in it', changed(9, 0x0a), 'PROTOCOL_MALFORMED'],
    ['a value that is no number', changed(18, 0, 0, 0xc0, 0x7f), 'PROTOCOL_MALFORMED'],
    // An attacker scales the vector up, so that its cosine with anybody is beyond the threshold.
    ['values of another length', changed(18, 0, 0, 0x7a, 0x44), 'PROTOCOL_MALFORMED'],
  ])('with %s are refused', (_name, hostile, code) => {
    expect(codeOf(() => parseTemplate(hostile))).toBe(code);
  });

  it('that are random, or a template with bytes changed, never break the reader', () => {
    let state = 12345;
    const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
    for (let round = 0; round < 5000; round += 1) {
      const hostile = round % 2 === 0 ? Uint8Array.from(bytes) : new Uint8Array(next() % 80);
      const changes = round % 2 === 0 ? 1 + (next() % 4) : hostile.length;
      for (let change = 0; change < changes; change += 1) {
        hostile[next() % Math.max(1, hostile.length)] = next() & 255;
      }
      const code = codeOf(() => parseTemplate(hostile));
      expect(['none', 'PROTOCOL_MALFORMED', 'PROTOCOL_VERSION_UNSUPPORTED']).toContain(code);
    }
  });

  it('are not made of what is no template', () => {
    expect(codeOf(() => serializeTemplate({ model: 'no version', values: Float32Array.of(1) }))).toBe(
      'INVALID_ARGUMENT',
    );
  });
});
