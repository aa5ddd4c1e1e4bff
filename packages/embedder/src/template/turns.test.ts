import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createReflections, reflect } from './createReflections.js';
import type { FaceTemplate } from './FaceTemplate.js';
import type { KeyStream } from './KeyStream.js';
import { turnBack } from './turnBack.js';
import { turnTemplate } from './turnTemplate.js';
import { unitVector } from './unitVector.js';

/** AES-256 in counter mode, keyed by a word. */
const streamOf =
  (word: string): KeyStream =>
  (bytes) => {
    const key = createHash('sha256').update(word).digest();
    return createCipheriv('aes-256-ctr', key, new Uint8Array(16)).update(new Uint8Array(bytes));
  };
/** A direction among `size` values, even over all of them. */
function templateOf(word: string, size: number): FaceTemplate {
  const bytes = streamOf(`template ${word}`)(size * 48);
  const values = Array.from({ length: size }, (_, at) =>
    bytes.subarray(at * 48, at * 48 + 48).reduce((sum, byte) => sum + byte - 127.5, 0),
  );
  return { model: 'residual@1', values: unitVector(values) ?? new Float32Array() };
}
const cosine = (a: FaceTemplate, b: FaceTemplate): number =>
  a.values.reduce((sum, value, at) => sum + value * (b.values[at] ?? NaN), 0);

describe('turnTemplate', () => {
  it.each([1, 2, 3, 128, 1664])(
    'keeps the cosine of two templates of %i values, and their length',
    (size) => {
      const keyStream = streamOf('key');
      const [a, b] = [templateOf('a', size), templateOf('b', size)];
      const [turnedA, turnedB] = [a, b].map((template) => turnTemplate({ template, keyStream }));
      if (!turnedA || !turnedB) throw new TypeError('two templates');
      expect(Math.abs(cosine(turnedA, turnedB) - cosine(a, b))).toBeLessThan(1e-6);
      expect(Math.abs(Math.hypot(...turnedA.values) - 1)).toBeLessThan(1e-6);
      expect(turnedA.model).toBe(a.model);
    },
  );

  it('gives the same for the same key, and is undone by it alone', () => {
    const template = templateOf('a', 256);
    const turned = turnTemplate({ template, keyStream: streamOf('key') });
    expect(turned).toEqual(turnTemplate({ template, keyStream: streamOf('key') }));
    const back = turnBack({ template: turned, keyStream: streamOf('key') });
    back.values.forEach((value, at) =>
      expect(Math.abs(value - (template.values[at] ?? NaN))).toBeLessThan(1e-6),
    );
    const other = turnBack({ template: turned, keyStream: streamOf('another key') });
    expect(Math.abs(cosine(other, template))).toBeLessThan(0.3);
  });

  it('turns to where nobody can tell it from a random direction: cosines of one template under two keys', () => {
    // Random directions of d values have cosines of mean 0 and of spread 1/sqrt(d).
    const size = 64;
    const template = templateOf('a', size);
    const turned = Array.from({ length: 400 }, (_, at) =>
      turnTemplate({ template, keyStream: streamOf(`key ${at}`) }),
    );
    const cosines = turned.slice(1).map((one, at) => cosine(one, turned[at] ?? one));
    const plain = turned.map((one) => cosine(one, template));
    for (const list of [cosines, plain]) {
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
      const spread = Math.sqrt(list.reduce((sum, value) => sum + value * value, 0) / list.length);
      // Four standard errors.
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(size * list.length));
      expect(Math.abs(spread * Math.sqrt(size) - 1)).toBeLessThan(4 / Math.sqrt(2 * list.length));
    }
  });

  it('reaches every direction of the space, mirrored ones too: each axis and each sign comes evenly', () => {
    // A matrix that kept a part of the space would show here: each of its entries is even around 0.
    const size = 3;
    const sums = new Float64Array(size * size);
    const squares = new Float64Array(size * size);
    let mirrored = 0;
    const runs = 3000;
    for (let run = 0; run < runs; run += 1) {
      const reflections = [...createReflections(size, streamOf(`run ${run}`), { keep: true })];
      const matrix = Array.from({ length: size }, (_, axis) => {
        const values = Float64Array.from({ length: size }, (_unused, at) => (at === axis ? 1 : 0));
        for (const reflection of reflections) reflect(values, reflection);
        return values;
      });
      matrix
        .flatMap((row) => [...row])
        .forEach((value, at) => {
          sums[at] = (sums[at] ?? 0) + value;
          squares[at] = (squares[at] ?? 0) + value * value;
        });
      const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], [g = 0, h = 0, i = 0] = []] = matrix.map(
        (row) => [...row],
      );
      if (a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g) < 0) mirrored += 1;
    }
    for (const sum of sums) expect(Math.abs(sum / runs)).toBeLessThan(0.05);
    for (const square of squares) expect(Math.abs(square / runs - 1 / size)).toBeLessThan(0.03);
    expect(Math.abs(mirrored / runs - 0.5)).toBeLessThan(0.05);
  });

  it('refuses what is no template', () => {
    const template = { model: 'residual@1', values: Float32Array.of(1, 1) };
    expect(() => turnTemplate({ template, keyStream: streamOf('key') })).toThrow('no template');
    expect(() => turnBack({ template, keyStream: streamOf('key') })).toThrow('no template');
  });
});
