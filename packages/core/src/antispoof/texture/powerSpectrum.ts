/**
 * Power of a square picture by frequency: `size * size` values, row by row; column u and row v stand for u and v cycles over
 * the side, those above half of it for negative ones. The picture's mean is taken out and its rim faded to nothing (Hann), so
 * that a rim that does not meet itself makes no lines.
 *
 * @param values row by row, `size * size`
 * @param size a power of two
 */
export function powerSpectrum(values: Float32Array, size: number): Float64Array {
  const count = size * size;
  let mean = 0;
  for (let at = 0; at < count; at++) mean += values[at]!;
  mean /= count;
  const fade = new Float64Array(size);
  for (let at = 0; at < size; at++) fade[at] = 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / size);
  const real = new Float64Array(count);
  const imaginary = new Float64Array(count);
  for (let y = 0, at = 0; y < size; y++) {
    for (let x = 0; x < size; x++, at++) real[at] = (values[at]! - mean) * fade[x]! * fade[y]!;
  }
  const turns = turnsOf(size);
  for (let y = 0; y < size; y++) transform(real, imaginary, y * size, 1, size, turns);
  for (let x = 0; x < size; x++) transform(real, imaginary, x, size, size, turns);
  for (let at = 0; at < count; at++) real[at] = real[at]! * real[at]! + imaginary[at]! * imaginary[at]!;
  return real;
}

interface Turns {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function turnsOf(size: number): Turns {
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let k = 0; k < size / 2; k++) {
    cos[k] = Math.cos((2 * Math.PI * k) / size);
    sin[k] = -Math.sin((2 * Math.PI * k) / size);
  }
  return { cos, sin };
}

/** Fast Fourier transform in place (Cooley and Tukey, radix 2) of the `size` numbers from `start` on, `step` apart. */
function transform(
  real: Float64Array,
  imaginary: Float64Array,
  start: number,
  step: number,
  size: number,
  { cos, sin }: Turns,
): void {
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const [a, b] = [start + i * step, start + j * step];
    const [re, im] = [real[a]!, imaginary[a]!];
    real[a] = real[b]!;
    imaginary[a] = imaginary[b]!;
    real[b] = re;
    imaginary[b] = im;
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2;
    const stride = size / length;
    for (let from = 0; from < size; from += length) {
      for (let k = 0; k < half; k++) {
        const a = start + (from + k) * step;
        const b = a + half * step;
        const c = cos[k * stride]!;
        const s = sin[k * stride]!;
        const re = real[b]! * c - imaginary[b]! * s;
        const im = real[b]! * s + imaginary[b]! * c;
        real[b] = real[a]! - re;
        imaginary[b] = imaginary[a]! - im;
        real[a] = real[a]! + re;
        imaginary[a] = imaginary[a]! + im;
      }
    }
  }
}
