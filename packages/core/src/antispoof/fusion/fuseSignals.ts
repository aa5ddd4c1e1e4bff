import type { SignalReadings } from '../SignalReadings.js';
import type { SignalFamily, SignalMeasurement } from '../SpoofSignal.js';
import type { FusionModel, SignalWeight } from './FusionModel.js';
import { HARD_RULES } from './hardRules.js';
import { logOdds } from './logOdds.js';
import type { SpoofRule } from './SpoofRule.js';

/** A verdict needs measured signals of at least so many families (protocol: two). */
export const MIN_FAMILIES = 2;

/** What {@link fuseSignals} takes. */
export interface FuseSignalsOptions {
  /** By signal name. A signal that is left out counts as unavailable. */
  readonly readings: SignalReadings;
  readonly model: FusionModel;
  /** @default HARD_RULES */
  readonly rules?: readonly SpoofRule[];
}

/** What all signals together say. */
export interface FusedVerdict {
  /** `spoof` is the refusal SPOOF_SUSPECTED, `insufficient` SIGNALS_INSUFFICIENT. */
  readonly verdict: 'present' | 'spoof' | 'insufficient';
  /** In [0, 1], 1 = more like a live, present person. Says nothing where the verdict is `insufficient`. */
  readonly score: number;
  /** Of the score: the model's. */
  readonly threshold: number;
  /** How far the score lies above the threshold, in log-odds; under it negative. */
  readonly margin: number;
  /** What each of the model's signals added, in log-odds. */
  readonly contributions: Readonly<Record<string, number>>;
  /** Families with a measured signal that has a say, in alphabetical order. */
  readonly families: readonly SignalFamily[];
  /** The hard rule that decided; `null` where none did. */
  readonly rule: string | null;
}

/**
 * Judges by all signals together: hard rules first, then a sum of clipped log-odds. Pure; client and server run the same.
 *
 * Every part of the sum rises with its signal's score, and a signal that is unavailable adds a fixed amount of 0 or less: not
 * being measured is never better than being measured at neutral. A number that is no number counts as not measured.
 *
 * @example
 * const { verdict, margin } = fuseSignals({ readings: panel.read(), model: sessionFusion });
 */
export function fuseSignals({ readings, model, rules = HARD_RULES }: FuseSignalsOptions): FusedVerdict {
  const rule = rules.find((one) => holds(one, readings[one.signal]?.reading));
  const contributions: Record<string, number> = {};
  const families = new Set<SignalFamily>();
  let sum = model.bias;
  for (const name of Object.keys(model.signals).sort()) {
    const weight = model.signals[name]!;
    const score = scoreOf(readings[name]?.reading);
    if (score !== null && weight.weight > 0) families.add(weight.family);
    const part = contributionOf(weight, score);
    contributions[name] = part;
    sum += part;
  }
  const score = 1 / (1 + Math.exp(-sum));
  const margin = sum - logOdds(model.threshold);
  const verdict =
    rule !== undefined
      ? 'spoof'
      : families.size < MIN_FAMILIES
        ? 'insufficient'
        : margin >= 0
          ? 'present'
          : 'spoof';
  return {
    verdict,
    score,
    threshold: model.threshold,
    margin,
    contributions,
    families: [...families].sort(),
    rule: rule?.name ?? null,
  };
}

function holds({ measure, atLeast }: SpoofRule, reading: SignalMeasurement | undefined): boolean {
  if (reading?.kind !== 'measured') return false;
  const value = reading.measures[measure];
  return value !== undefined && value >= atLeast;
}

function scoreOf(reading: SignalMeasurement | undefined): number | null {
  return reading?.kind === 'measured' && Number.isFinite(reading.score) ? reading.score : null;
}

function contributionOf(
  { weight, neutral, most, least, missing }: SignalWeight,
  score: number | null,
): number {
  if (score === null) return Math.min(0, missing);
  return Math.min(most, Math.max(least, weight * (logOdds(score) - logOdds(neutral))));
}
