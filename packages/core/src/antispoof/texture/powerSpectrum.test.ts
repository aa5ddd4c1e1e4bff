import { describe, expect, it } from '@jest/globals';
import { powerSpectrum } from './powerSpectrum.js';

const SIZE = 64;
const picture = (value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: SIZE * SIZE }, (_, at) => value(at % SIZE, Math.floor(at / SIZE)));

function strongest(power: Float64Array): readonly [column: number, row: number] {
  const at = power.indexOf(power.reduce((most, value) => Math.max(most, value), 0));
  return [at % SIZE, Math.floor(at / SIZE)];
}

describe('powerSpectrum', () => {
  it('shows a grating where its cycles are, in each direction', () => {
    const wave = (u: number, v: number) =>
      strongest(
        powerSpectrum(
          picture((x, y) => 100 + Math.cos((2 * Math.PI * (u * x + v * y)) / SIZE)),
          SIZE,
        ),
      );
    // A real picture has each frequency twice: at (u, v) and at (-u, -v).
    expect([
      [12, 0],
      [52, 0],
    ]).toContainEqual(wave(12, 0));
    expect([
      [5, 20],
      [59, 44],
    ]).toContainEqual(wave(5, 20));
  });

  it('is nothing for a plain picture', () => {
    const power = powerSpectrum(
      picture(() => 180),
      SIZE,
    );
    expect(Math.max(...power)).toBeLessThan(1e-9);
  });

  it('keeps the energy of what it is given (Parseval)', () => {
    const values = picture((x, y) => ((x * 7 + y * 13) % 11) - 5);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const fade = (at: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIZE);
    let energy = 0;
    values.forEach((value, at) => {
      energy += ((value - mean) * fade(at % SIZE) * fade(Math.floor(at / SIZE))) ** 2;
    });
    const power = powerSpectrum(values, SIZE).reduce((sum, value) => sum + value, 0);
    expect(power / (SIZE * SIZE) / energy).toBeCloseTo(1, 9);
  });
});
