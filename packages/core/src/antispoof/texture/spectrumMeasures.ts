import type { FaceWindow } from './faceWindow.js';
import { powerSpectra } from './powerSpectra.js';

/** What the light of a face says by frequency. */
export interface SpectrumMeasures {
  /** ln of the power at 4 to 8 px a cycle over that at 8 to 25: coarse detail, such as lids and lips. */
  readonly coarseDetail: number;
  /** ln of the power at 2 to 4 px a cycle over that at 4 to 17: fine detail, such as lashes and pores. */
  readonly fineDetail: number;
  /** How much the red difference varies at 4 to 17 px a cycle, in grey levels a frequency. */
  readonly colourAmplitude: number;
  /** How far the strongest single frequency stands out of its surroundings, ln of power: moire, dots of a print, a screen's grid. */
  readonly pattern: number;
}

/** Cycles a px. */
interface Band {
  readonly from: number;
  readonly to: number;
}

const LOW: Band = { from: 0.04, to: 0.12 };
const MIDDLE: Band = { from: 0.12, to: 0.25 };
const LOW_AND_MIDDLE: Band = { from: 0.06, to: 0.25 };
const HIGH: Band = { from: 0.25, to: 0.5 };
const PATTERN: Band = { from: 0.1, to: 0.5 };

/** Of red and blue difference: JPEG and video keep half of their frequencies only. */
const COLOUR: Band = { from: 0.06, to: 0.25 };

/** Bins beside an axis that are passed over: rows and columns of blocks (JPEG, video) and the frame's own edges lie there. */
const AXIS_BINS = 1;

/** Bins from a frequency to its surroundings: a pure tone reaches two bins far behind a Hann window. */
const SURROUNDINGS_BINS = 4;

/** Keeps the logarithm of an empty bin finite; far below the rounding of 8-bit pictures. */
const FLOOR = 1e-3;

/**
 * @param light of the middle of a face: its luma
 * @param colour of the same: its red difference
 */
export function spectrumMeasures(light: FaceWindow, colour: FaceWindow): SpectrumMeasures {
  const { sidePx } = light;
  const spectra = powerSpectra(light.values, colour.values, sidePx);
  const of = (power: Float64Array, band: Band): number => meanPower(power, sidePx, band) + FLOOR;
  const ratio = (above: Band, below: Band): number =>
    Math.log(of(spectra.light, above) / of(spectra.light, below));
  return {
    coarseDetail: ratio(MIDDLE, LOW),
    fineDetail: ratio(HIGH, LOW_AND_MIDDLE),
    colourAmplitude: Math.sqrt(of(spectra.colour, COLOUR)) / sidePx,
    pattern: strongestPattern(spectra.light, sidePx),
  };
}

/** Over one half of all frequencies; the other half is the same. */
function eachFrequency(sidePx: number, { from, to }: Band, visit: (u: number, v: number) => void): void {
  const [least, most] = [(from * sidePx) ** 2, (to * sidePx) ** 2];
  const half = sidePx / 2;
  for (let v = 0; v < half; v++) {
    for (let u = v === 0 ? 1 : 1 - half; u < half; u++) {
      const squared = u * u + v * v;
      if (squared >= least && squared < most) visit(u, v);
    }
  }
}

function meanPower(power: Float64Array, sidePx: number, band: Band): number {
  const mask = sidePx - 1;
  let sum = 0;
  let count = 0;
  eachFrequency(sidePx, band, (u, v) => {
    sum += power[v * sidePx + (u & mask)]!;
    count++;
  });
  return sum / Math.max(1, count);
}

/** The logarithm of a frequency's power over that of the frequencies around it, where it is largest. */
function strongestPattern(power: Float64Array, sidePx: number): number {
  const logs = power.map((value) => Math.log(value + FLOOR));
  const mask = sidePx - 1;
  const at = (u: number, v: number): number => logs[(v & mask) * sidePx + (u & mask)]!;
  let most = 0;
  eachFrequency(sidePx, PATTERN, (u, v) => {
    if (Math.abs(u) <= AXIS_BINS || v <= AXIS_BINS) return;
    let sum = 0;
    for (let k = -SURROUNDINGS_BINS; k < SURROUNDINGS_BINS; k += 2) {
      sum +=
        at(u + k, v - SURROUNDINGS_BINS) +
        at(u + SURROUNDINGS_BINS, v + k) +
        at(u - k, v + SURROUNDINGS_BINS) +
        at(u - SURROUNDINGS_BINS, v - k);
    }
    most = Math.max(most, at(u, v) - sum / (4 * SURROUNDINGS_BINS));
  });
  return most;
}
