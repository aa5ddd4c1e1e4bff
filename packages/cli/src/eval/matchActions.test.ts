import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../engine/createRandom.js';
import { matchActions, WIDEN_MS, type TimedAction } from './matchActions.js';

const at = (startMs: number, endMs: number, action = 'blink'): TimedAction => ({ action, startMs, endMs });

const fits = (truth: TimedAction, found: TimedAction): boolean =>
  truth.action === found.action &&
  truth.startMs - WIDEN_MS <= found.endMs + WIDEN_MS &&
  found.startMs - WIDEN_MS <= truth.endMs + WIDEN_MS;

/** Tries every assignment: the most pairs that there can be. */
function mostPairs(truths: readonly TimedAction[], founds: readonly TimedAction[]): number {
  const [first, ...rest] = truths;
  if (!first) return 0;
  const with_ = founds
    .filter((found) => fits(first, found))
    .map(
      (found) =>
        1 +
        mostPairs(
          rest,
          founds.filter((other) => other !== found),
        ),
    );
  return Math.max(mostPairs(rest, founds), ...with_);
}

describe('matchActions', () => {
  it('matches intervals that touch once both are widened by 0.3 s, and none a millisecond farther', () => {
    expect(matchActions([at(0, 100)], [at(700, 800)]).pairs).toHaveLength(1);
    expect(matchActions([at(0, 100)], [at(701, 800)]).pairs).toHaveLength(0);
  });

  it('matches only the same action', () => {
    const { pairs, missed, unmatched } = matchActions([at(0, 100)], [at(0, 100, 'nod')]);
    expect([pairs, missed, unmatched].map((list) => list.length)).toEqual([0, 1, 1]);
  });

  it('gives one found action to one row only', () => {
    const { pairs, missed } = matchActions([at(0, 100), at(150, 250)], [at(50, 200)]);
    expect([pairs.length, missed.length]).toEqual([1, 1]);
  });

  it('gives a row away when that leaves more pairs', () => {
    const [wide, narrow] = [at(0, 2000), at(0, 100)];
    expect(matchActions([wide, narrow], [at(0, 100), at(1900, 2000)]).pairs).toHaveLength(2);
  });

  it('finds as many pairs as trying every assignment does, in 500 random cases', () => {
    const random = createRandom(11);
    const below = (bound: number): number => (random.fill(new Uint8Array(1))[0] ?? 0) % bound;
    const draw = (): TimedAction[] =>
      Array.from({ length: below(6) }, () => {
        const startMs = below(40) * 100;
        return at(startMs, startMs + below(6) * 100, below(3) === 0 ? 'nod' : 'blink');
      });
    for (let round = 0; round < 500; round += 1) {
      const [truths, founds] = [draw(), draw()];
      const { pairs, missed, unmatched } = matchActions(truths, founds);
      expect(pairs).toHaveLength(mostPairs(truths, founds));
      expect(pairs.every(({ truth, found }) => fits(truth, found))).toBe(true);
      expect(new Set(pairs.map(({ truth }) => truth)).size).toBe(pairs.length);
      expect(new Set(pairs.map(({ found }) => found)).size).toBe(pairs.length);
      expect(missed).toHaveLength(truths.length - pairs.length);
      expect(unmatched).toHaveLength(founds.length - pairs.length);
    }
  });
});
