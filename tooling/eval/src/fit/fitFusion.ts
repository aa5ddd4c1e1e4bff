import { fuseSignals, type FusionModel, type SignalWeight } from '@huoti/core';
import type { Presentation } from '../rows/Presentation.js';
import { rowWeights } from '../rows/rowWeights.js';
import type { FusionPrior } from './FusionPrior.js';

/** A weight may become this many times its prior. Coarse on purpose: two dozen rows can't tell finer ones apart. */
const FACTORS = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;
/** The bias may move by so much, in log-odds. */
const SHIFTS = [-1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5] as const;
/** Rounds over all numbers; the fit stands still after a few. */
const MOST_ROUNDS = 12;
/** What doubling a weight (or moving the bias by 1) costs, in units of the mean loss, which is 0.69 for a coin. */
const PRIOR_STRENGTH = 0.02;

/** What a fit gave. */
export interface FittedFusion {
  readonly model: FusionPrior;
  /** How many times its prior each weight became. */
  readonly factors: Readonly<Record<string, number>>;
  /** Mean loss of the prior and of the fit, in nats: 0.69 is a coin. */
  readonly lossBefore: number;
  readonly lossAfter: number;
}

interface Guess {
  readonly factors: Readonly<Record<string, number>>;
  readonly shift: number;
}

function modelOf(prior: FusionPrior, { factors, shift }: Guess): FusionPrior {
  const signals = Object.entries(prior.signals).map(([name, signal]): [string, SignalWeight] => {
    const factor = factors[name] ?? 1;
    // A signal that says little where it is measured says little by its absence.
    const missing = Math.max(signal.least, signal.missing * factor);
    return [name, { ...signal, weight: signal.weight * factor, missing }];
  });
  return { ...prior, bias: prior.bias + shift, signals: Object.fromEntries(signals) };
}

const withName = (model: FusionPrior): FusionModel => ({
  ...model,
  version: 'fit@0',
  provenance: { command: '', date: '', rows: '', limits: [] },
});

/**
 * Mean loss of the score as a probability, rows weighed by `rowWeights`. The threshold is no part of it: what an error costs is not
 * what the rows say.
 */
function lossOf(rows: readonly Presentation[], weights: readonly number[], model: FusionPrior): number {
  const named = withName(model);
  return rows.reduce((sum, { readings, label }, index) => {
    const { score } = fuseSignals({ readings, model: named, rules: [] });
    const odds = Math.log(score / (1 - score));
    const wrong = label === 'bona-fide' ? -odds : odds;
    return sum + (weights[index] ?? 0) * Math.log1p(Math.exp(wrong));
  }, 0);
}

/**
 * Fits weights and bias to rows, held near a prior: the smallest sum of loss and distance, looked for one number at a time. No
 * chance is in it: the same rows give the same numbers.
 *
 * @param rows of people and sources that are reported on nowhere. Sessions that ended by themselves are left out
 * @returns the prior itself where there are no rows of both labels
 */
export function fitFusion(prior: FusionPrior, rows: readonly Presentation[]): FittedFusion {
  const used = rows.filter(({ ended }) => ended === null);
  const names = Object.keys(prior.signals);
  // Of a signal that no row measured nothing is learned: it keeps its prior.
  const told = names.filter((name) =>
    used.some(({ readings }) => readings[name]?.reading.kind === 'measured'),
  );
  let guess: Guess = { factors: Object.fromEntries(names.map((name) => [name, 1])), shift: 0 };
  const weights = rowWeights(used);
  const lossBefore = lossOf(used, weights, prior);
  if (new Set(used.map(({ label }) => label)).size < 2) {
    return { model: prior, factors: guess.factors, lossBefore, lossAfter: lossBefore };
  }
  const costOf = (one: Guess): number => {
    const distance = Object.values(one.factors).reduce(
      (sum, factor) => sum + (factor - 1) ** 2,
      one.shift ** 2,
    );
    return lossOf(used, weights, modelOf(prior, one)) + PRIOR_STRENGTH * distance;
  };
  let cost = costOf(guess);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = cost;
    const tries: readonly (() => Guess)[] = [
      ...told.flatMap((name) =>
        FACTORS.map((factor) => (): Guess => ({ ...guess, factors: { ...guess.factors, [name]: factor } })),
      ),
      ...SHIFTS.map((shift) => (): Guess => ({ ...guess, shift })),
    ];
    for (const attempt of tries) {
      const next = attempt();
      const nextCost = costOf(next);
      if (nextCost < cost - 1e-9) [guess, cost] = [next, nextCost];
    }
    if (cost === before) break;
  }
  const model = modelOf(prior, guess);
  return { model, factors: guess.factors, lossBefore, lossAfter: lossOf(used, weights, model) };
}
