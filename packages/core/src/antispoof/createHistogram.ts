/** Counts of a measure in equal bins: its quantiles in bounded memory, however many frames come. */
export interface Histogram {
  readonly count: number;
  /** What is not finite is passed over; what lies outside counts in the outermost bin. */
  add(value: number): void;
  /**
   * @param share in [0, 1]; 0.5 is the median
   * @returns to within a bin; `null` where nothing was added
   */
  quantile(share: number): number | null;
  clear(): void;
}

/**
 * @example
 * const intervals = createHistogram({ from: 0, to: 250, bins: 125 });
 * intervals.add(33);
 * intervals.quantile(0.5); // 33
 */
export function createHistogram({
  from,
  to,
  bins,
}: {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}): Histogram {
  const counts = new Uint32Array(bins);
  const width = (to - from) / bins;
  let count = 0;
  return {
    get count(): number {
      return count;
    },
    add(value): void {
      if (!(Math.abs(value) < Infinity)) return;
      const bin = Math.max(0, Math.min(bins - 1, Math.floor((value - from) / width)));
      counts[bin] = counts[bin]! + 1;
      count += 1;
    },
    quantile(share): number | null {
      if (count === 0) return null;
      // The value at this place of the sorted ones, its bin taken to be filled evenly.
      const place = Math.max(0, Math.min(1, share)) * count;
      let before = 0;
      for (let bin = 0; bin < bins; bin++) {
        const inBin = counts[bin]!;
        if (inBin > 0 && before + inBin >= place) {
          return from + width * (bin + (place - before) / inBin);
        }
        before += inBin;
      }
      return to;
    },
    clear(): void {
      counts.fill(0);
      count = 0;
    },
  };
}
