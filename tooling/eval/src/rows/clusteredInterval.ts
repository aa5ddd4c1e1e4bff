import { wilsonInterval } from '@huoti/cli';

/** One presentation of a source: whether the error happened. */
export interface ClusteredTrial {
  readonly source: string;
  readonly happened: boolean;
}

/** A share of trials, its 95 % interval, and how many independent trials the interval rests on. */
export interface ClusteredRate {
  readonly n: number;
  readonly sources: number;
  readonly happened: number;
  readonly share: number;
  readonly ci95: readonly [low: number, high: number];
  /** Between the number of sources and of trials. */
  readonly effectiveTrials: number;
}

/**
 * The rate of trials that come in clusters: Wilson's interval over as many trials as they are worth. How alike the trials of one
 * source are is estimated from the trials (analysis of variance, intra-class correlation) and never taken below a floor, since an
 * error that never happened shows no likeness.
 *
 * @param leastCorrelation of trials of one source where they show less. 0.1: ten more renderings of a source are worth five
 */
export function clusteredInterval(
  trials: readonly ClusteredTrial[],
  { leastCorrelation = 0.1 }: { leastCorrelation?: number } = {},
): ClusteredRate {
  const clusters = new Map<string, { n: number; happened: number }>();
  for (const { source, happened } of trials) {
    const one = clusters.get(source) ?? { n: 0, happened: 0 };
    clusters.set(source, { n: one.n + 1, happened: one.happened + (happened ? 1 : 0) });
  }
  const n = trials.length;
  const sources = clusters.size;
  const happened = trials.filter((one) => one.happened).length;
  const share = n === 0 ? 0 : happened / n;
  const correlation = Math.max(leastCorrelation, likeness([...clusters.values()], share));
  // Kish: a cluster of m trials is worth m / (1 + (m - 1) x correlation) of them.
  const effectiveTrials = [...clusters.values()].reduce(
    (sum, { n: size }) => sum + size / (1 + (size - 1) * correlation),
    0,
  );
  const ci95 = n === 0 ? ([0, 1] as const) : wilsonInterval(share, effectiveTrials);
  return { n, sources, happened, share, ci95, effectiveTrials };
}

/** Intra-class correlation of yes and no, 0 where it can't be told. */
function likeness(clusters: readonly { n: number; happened: number }[], share: number): number {
  const n = clusters.reduce((sum, one) => sum + one.n, 0);
  const count = clusters.length;
  if (count < 2 || n <= count || share === 0 || share === 1) return 0;
  const between =
    clusters.reduce((sum, one) => sum + one.n * (one.happened / one.n - share) ** 2, 0) / (count - 1);
  const within =
    clusters.reduce((sum, one) => sum + one.happened * (1 - one.happened / one.n), 0) / (n - count);
  const size = (n - clusters.reduce((sum, one) => sum + one.n ** 2, 0) / n) / (count - 1);
  const total = between + (size - 1) * within;
  return total <= 0 ? 0 : Math.min(1, Math.max(0, (between - within) / total));
}
