/** A straight line through what was measured at different sizes. */
export interface SizeLine {
  /** Change of the measure for a change of the size's logarithm by 1. */
  readonly slope: number;
  /** Standard error of the slope. */
  readonly error: number;
  /** Largest size over smallest. */
  readonly growth: number;
  /** Size half way between, over the first one. */
  readonly middle: number;
}

/** Gathers a measure by the size at which it was taken, in bounded memory. */
export interface SizeBins {
  /** @param size logarithm of the size over the first one. What is not finite, or beyond double and half, is passed over */
  add(size: number, measure: number): void;
  /** `null` where too few sizes were seen. */
  line(): SizeLine | null;
  clear(): void;
}

/** Sizes are gathered in steps of 2 %, from half to double the first one. */
const STEP = 0.02;
const BINS = 70;
/** More readings of one size say no more: their errors are the same. */
const MOST_IN_BIN = 8;
/** Sizes that have to be seen. */
const LEAST_BINS = 4;

/**
 * @example
 * const bins = createSizeBins();
 * for (const { size, ratio } of frames) bins.add(Math.log(size / first), Math.log(ratio));
 * bins.line()?.slope;
 */
export function createSizeBins(): SizeBins {
  const counts = new Uint8Array(BINS);
  const sizes = new Float64Array(BINS);
  const measures = new Float64Array(BINS);
  return {
    add(size, measure): void {
      const bin = Math.floor(size / STEP) + BINS / 2;
      if (!(bin >= 0 && bin < BINS) || !(Math.abs(measure) < Infinity) || counts[bin]! >= MOST_IN_BIN) return;
      counts[bin] = counts[bin]! + 1;
      sizes[bin] = sizes[bin]! + size;
      measures[bin] = measures[bin]! + measure;
    },
    line(): SizeLine | null {
      let all = 0;
      let bins = 0;
      let meanX = 0;
      let meanY = 0;
      let least = Infinity;
      let most = -Infinity;
      counts.forEach((count, bin) => {
        if (count === 0) return;
        bins += 1;
        all += count;
        meanX += sizes[bin]!;
        meanY += measures[bin]!;
        // One stray reading is no change of size.
        if (count < 2) return;
        least = Math.min(least, sizes[bin]! / count);
        most = Math.max(most, sizes[bin]! / count);
      });
      if (bins < LEAST_BINS || !(most > least)) return null;
      meanX /= all;
      meanY /= all;
      let xx = 0;
      let xy = 0;
      let yy = 0;
      counts.forEach((count, bin) => {
        if (count === 0) return;
        const x = sizes[bin]! / count - meanX;
        const y = measures[bin]! / count - meanY;
        xx += count * x * x;
        xy += count * x * y;
        yy += count * y * y;
      });
      const slope = xy / xx;
      // Readings of one size share their error, so that sizes are counted and not readings.
      const perBin = all / bins;
      const variance = Math.max(0, yy - slope * xy) / perBin / (bins - 2);
      return {
        slope,
        error: Math.sqrt(variance / (xx / perBin)),
        growth: Math.exp(most - least),
        middle: Math.exp((most + least) / 2),
      };
    },
    clear(): void {
      counts.fill(0);
      sizes.fill(0);
      measures.fill(0);
    },
  };
}
