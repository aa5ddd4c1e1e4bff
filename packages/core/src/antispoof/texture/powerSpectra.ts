/** Power by frequency of the two parts of a picture. */
export interface PowerSpectra {
  readonly light: Float64Array;
  readonly colour: Float64Array;
}

/**
 * Power of two square pictures by frequency: `size * size` values each, row by row; column u and row v stand for u and v cycles
 * over the side, those above half of it for negative ones. A picture's mean is taken out and its rim faded to nothing (Hann),
 * so that a rim that does not meet itself makes no lines. Both go through one transform, as the real and the imaginary part
 * of one picture: that of a real picture mirrors itself, so they come apart again.
 *
 * @param light row by row, `size * size`
 * @param colour likewise
 * @param size a power of two
 */
export function powerSpectra(light: Float32Array, colour: Float32Array, size: number): PowerSpectra {
  const fade = new Float64Array(size);
  for (let at = 0; at < size; at++) fade[at] = 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / size);
  const real = faded(light, fade);
  const imaginary = faded(colour, fade);
  const turns = turnsOf(size);
  for (let y = 0; y < size; y++) transform(real, imaginary, y * size, 1, size, turns);
  for (let x = 0; x < size; x++) transform(real, imaginary, x, size, size, turns);
  const spectra = { light: new Float64Array(size * size), colour: new Float64Array(size * size) };
  const mask = size - 1;
  for (let v = 0, at = 0; v < size; v++) {
    for (let u = 0; u < size; u++, at++) {
      const mirror = (-v & mask) * size + (-u & mask);
      const evenReal = (real[at]! + real[mirror]!) / 2;
      const oddImaginary = (imaginary[at]! - imaginary[mirror]!) / 2;
      const evenImaginary = (imaginary[at]! + imaginary[mirror]!) / 2;
      const oddReal = (real[mirror]! - real[at]!) / 2;
      spectra.light[at] = evenReal * evenReal + oddImaginary * oddImaginary;
      spectra.colour[at] = evenImaginary * evenImaginary + oddReal * oddReal;
    }
  }
  return spectra;
}

function faded(values: Float32Array, fade: Float64Array): Float64Array {
  const size = fade.length;
  let mean = 0;
  for (let at = 0; at < values.length; at++) mean += values[at]!;
  mean /= values.length;
  const out = new Float64Array(values.length);
  for (let y = 0, at = 0; y < size; y++) {
    for (let x = 0; x < size; x++, at++) out[at] = (values[at]! - mean) * fade[x]! * fade[y]!;
  }
  return out;
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
