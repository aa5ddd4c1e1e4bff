import { describe, expect, it } from '@jest/globals';
import { powerSpectra } from './powerSpectra.js';

const SIZE = 64;
const picture = (value: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: SIZE * SIZE }, (_, at) => value(at % SIZE, Math.floor(at / SIZE)));

function strongest(power: Float64Array): readonly [column: number, row: number] {
  const at = power.indexOf(power.reduce((most, value) => Math.max(most, value), 0));
  return [at % SIZE, Math.floor(at / SIZE)];
}

/** Of a picture whose colour is noise: none of it may show in the light. */
const noise = picture((x, y) => ((x * 31 + y * 17 + x * y) % 23) - 11);
const powerSpectrum = (values: Float32Array) => powerSpectra(values, noise, SIZE).light;

describe('powerSpectra', () => {
  it('shows a grating where its cycles are, in each direction', () => {
    const wave = (u: number, v: number) =>
      strongest(powerSpectrum(picture((x, y) => 100 + Math.cos((2 * Math.PI * (u * x + v * y)) / SIZE))));
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
    const power = powerSpectrum(picture(() => 180));
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
    const power = powerSpectrum(values).reduce((sum, value) => sum + value, 0);
    expect(power / (SIZE * SIZE) / energy).toBeCloseTo(1, 9);
  });

  it('gives of the second picture what it gives of the first', () => {
    const values = picture((x, y) => ((x * 7 + y * 13) % 11) - 5);
    const { light } = powerSpectra(values, noise, SIZE);
    const { colour } = powerSpectra(noise, values, SIZE);
    const most = Math.max(...light);
    light.forEach((value, at) => expect(Math.abs(value - colour[at]!) / most).toBeLessThan(1e-9));
  });
});
