import type { LightStage } from '@huoti/protocol';
import { linearLight } from './linearLight.js';

/** Most flashes of a kind in any second (WCAG 2.2, criterion 2.3.1). Over the whole screen: no area is small enough. */
export const MAX_FLASHES_PER_SECOND = 3;

/** A change of relative luminance that counts (WCAG 2.2, "general flash": 10 % of the most). */
export const FLASH_LUMINANCE = 0.1;

/** ... where the darker of the two is darker than this (ibid.). */
export const FLASH_DARKER_LUMINANCE = 0.8;

/** A red is saturated from this share of R / (R + G + B) on (WCAG 2.2, "red flash"). */
export const SATURATED_RED_SHARE = 0.8;

/** A change of (R - G - B) x 320 that counts, negative values being 0 (ibid., the definition of WCAG 2.0). */
export const RED_FLASH_CHANGE = 20;

/** What is wrong with a sequence of colours. */
export interface FlashFault {
  /** `saturated-red` is our own rule: none is shown at all, flashing or not. */
  readonly rule: 'general-flash' | 'red-flash' | 'saturated-red';
  /** The stage that breaks the rule, from 0. */
  readonly stage: number;
  readonly detail: string;
}

interface Sample {
  readonly atMs: number;
  readonly stage: number;
  readonly luminance: number;
  readonly redness: number;
  readonly saturatedRed: boolean;
}

/**
 * Whether colours over the whole screen keep the rules against photosensitive seizures. A flash is two opposing changes, so
 * the seventh change within a second begins the fourth flash. The page before the first colour and behind the last is not
 * known: the change from and to it counts as if it were as large as it can be.
 *
 * @param stages in order; any durations
 * @returns what is wrong; empty where nothing is
 * @example if (checkFlashRules(step.stages).length > 0) throw new HuotiError('PLAN_INVALID', '...');
 */
export function checkFlashRules(
  stages: readonly Pick<LightStage, 'colour' | 'durationMs'>[],
): readonly FlashFault[] {
  const samples: Sample[] = [];
  let atMs = 0;
  stages.forEach(({ colour, durationMs }, stage) => {
    samples.push(sampleOf(colour, stage, atMs));
    atMs += durationMs;
  });
  const faults = samples.filter(({ saturatedRed }) => saturatedRed).map(redFault);
  const general = changesOf(
    samples,
    (sample) => sample.luminance,
    FLASH_LUMINANCE,
    (from, to) => {
      return Math.min(from.luminance, to.luminance) < FLASH_DARKER_LUMINANCE;
    },
  );
  // From the page to the first colour and from the last one back.
  const whole = [{ atMs: 0, stage: 0 }, ...general, { atMs, stage: stages.length - 1 }];
  const red = changesOf(
    samples,
    (sample) => sample.redness,
    RED_FLASH_CHANGE,
    (from, to) => {
      return from.saturatedRed || to.saturatedRed;
    },
  );
  return [...faults, ...tooMany(whole, 'general-flash'), ...tooMany(red, 'red-flash')];
}

function sampleOf(colour: readonly number[], stage: number, atMs: number): Sample {
  const [red = 0, green = 0, blue = 0] = colour.map(linearLight);
  const sum = red + green + blue;
  return {
    atMs,
    stage,
    luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue,
    redness: 320 * Math.max(0, red - green - blue),
    saturatedRed: sum > 0 && red / sum >= SATURATED_RED_SHARE,
  };
}

const redFault = ({ stage }: Sample): FlashFault => ({
  rule: 'saturated-red',
  stage,
  detail: `stage ${stage} is a saturated red: R / (R + G + B) is ${SATURATED_RED_SHARE} or more`,
});

type Change = Pick<Sample, 'atMs' | 'stage'>;

/** Opposing changes of a value by `least` or more, small ones in one direction added up. */
function changesOf(
  samples: readonly Sample[],
  value: (sample: Sample) => number,
  least: number,
  counts: (from: Sample, to: Sample) => boolean,
): Change[] {
  const changes: Change[] = [];
  const [first] = samples;
  if (!first) return changes;
  let low = first;
  let high = first;
  let direction = 0;
  for (const sample of samples) {
    const rises = value(sample) - value(low) >= least && direction <= 0;
    const falls = value(high) - value(sample) >= least && direction >= 0;
    if (rises || falls) {
      if (counts(rises ? low : high, sample)) changes.push(sample);
      direction = rises ? 1 : -1;
      low = sample;
      high = sample;
      continue;
    }
    if (value(sample) < value(low)) low = sample;
    if (value(sample) > value(high)) high = sample;
  }
  return changes;
}

/** The first change that is one too many for the second that ends with it. */
function tooMany(changes: readonly Change[], rule: 'general-flash' | 'red-flash'): FlashFault[] {
  const most = 2 * MAX_FLASHES_PER_SECOND;
  const at = changes.findIndex((change, index) => {
    const earlier = changes[index - most];
    return earlier !== undefined && change.atMs - earlier.atMs <= 1000;
  });
  const found = changes[at];
  if (!found) return [];
  const detail = `${most + 1} changes within 1 s at stage ${found.stage}, at most ${most} are allowed`;
  return [{ rule, stage: found.stage, detail }];
}
