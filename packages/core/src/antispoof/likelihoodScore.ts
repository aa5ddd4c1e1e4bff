/** How a measure is spread in one of two groups: mean and standard deviation. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** What {@link likelihoodScore} weighs a measure against. */
export interface LikelihoodOptions {
  /** People who are there. */
  readonly live: Spread;
  /** What is not. */
  readonly fake: Spread;
  /** Standard error of the measure itself: the less sure, the nearer to 0.5. @default 0 */
  readonly error?: number;
  /** Ends of the score: two bell curves know nothing of their tails. @default 0.05 */
  readonly least?: number;
  /** @default 0.95 */
  readonly most?: number;
}

/**
 * How much likelier a measure is of a person than of a fake, when both are spread like a bell curve and neither is expected
 * more: 0.5 where both explain it alike. Rises from the fakes' mean to the people's and is level beyond them: what is
 * farther out than any fake is no person for it.
 *
 * @returns in [least, most]
 * @example likelihoodScore(0.9, { live: { mean: 1, deviation: 0.3 }, fake: { mean: 0, deviation: 0.2 } }) // 0.95
 */
export function likelihoodScore(
  value: number,
  { live, fake, error = 0, least = 0.05, most = 0.95 }: LikelihoodOptions,
): number {
  const lower = Math.min(live.mean, fake.mean);
  const between = Math.max(lower, Math.min(Math.max(live.mean, fake.mean), value));
  const score = 1 / (1 + Math.exp(logDensity(between, fake, error) - logDensity(between, live, error)));
  return Math.max(least, Math.min(most, score));
}

function logDensity(value: number, { mean, deviation }: Spread, error: number): number {
  const variance = deviation * deviation + error * error;
  return -((value - mean) ** 2) / (2 * variance) - Math.log(variance) / 2;
}
