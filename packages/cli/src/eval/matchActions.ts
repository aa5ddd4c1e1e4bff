/** An action with its interval, in ms. */
export interface TimedAction {
  readonly action: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** One to one pairs of truth and found, and what is left on both sides. */
export interface ActionMatch<T extends TimedAction, F extends TimedAction> {
  readonly pairs: readonly { readonly truth: T; readonly found: F }[];
  readonly missed: readonly T[];
  readonly unmatched: readonly F[];
}

/** Both intervals are widened by this, in ms, before they must overlap: truth by eye is no better. */
export const WIDEN_MS = 300;

const overlapMs = (a: TimedAction, b: TimedAction): number =>
  Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs) + 2 * WIDEN_MS;

/**
 * Matches found actions to the truth of one file, one to one, as many as can be: augmenting paths over the pairs whose
 * widened intervals overlap (H. W. Kuhn, 1955, unweighted).
 */
export function matchActions<T extends TimedAction, F extends TimedAction>(
  truths: readonly T[],
  founds: readonly F[],
): ActionMatch<T, F> {
  const takenBy = new Map<F, T>();
  const fits = (truth: T, found: F): boolean => truth.action === found.action && overlapMs(truth, found) >= 0;
  const assign = (truth: T, tried: Set<F>): boolean => {
    const candidates = founds
      .filter((found) => fits(truth, found) && !tried.has(found))
      .sort((a, b) => overlapMs(truth, b) - overlapMs(truth, a));
    for (const found of candidates) {
      tried.add(found);
      const holder = takenBy.get(found);
      if (!holder || assign(holder, tried)) {
        takenBy.set(found, truth);
        return true;
      }
    }
    return false;
  };
  const missed = truths.filter((truth) => !assign(truth, new Set()));
  const matched = new Set(takenBy.values());
  return {
    pairs: [...takenBy].map(([found, truth]) => ({ truth, found })),
    // An early miss may have been mended by a later path; what counts is who holds a found action in the end.
    missed: missed.filter((truth) => !matched.has(truth)),
    unmatched: founds.filter((found) => !takenBy.has(found)),
  };
}
