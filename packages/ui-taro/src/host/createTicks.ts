/**
 * A clock for screens, in ms, that never goes back: a mini-program has no `performance`, and the time of day may be set while a
 * try runs.
 *
 * @example const nowMs = createTicks();
 */
export function createTicks(readMs: () => number = () => Date.now()): () => number {
  let last = -Infinity;
  return () => {
    last = Math.max(last, readMs());
    return last;
  };
}
