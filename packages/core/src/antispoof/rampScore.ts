/** What {@link rampScore} takes: the two ends of a straight ramp. */
export interface RampOptions {
  /** The measure at which the score is least. */
  readonly from: number;
  /** The measure at which it is most; may lie below `from`. */
  readonly to: number;
  /** @default 0.05 */
  readonly least?: number;
  /** @default 0.95 */
  readonly most?: number;
}

/**
 * A measure as a score: a straight ramp between two ends, level beyond them. Levels stay clear of 0 and 1, since no single
 * signal is ever sure.
 *
 * @example rampScore(0.5, { from: 0, to: 1, least: 0.2, most: 0.8 }) // 0.5
 */
export function rampScore(value: number, { from, to, least = 0.05, most = 0.95 }: RampOptions): number {
  const share = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return least + (most - least) * share;
}
