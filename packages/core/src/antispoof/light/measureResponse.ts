import { median } from '../../session/median.js';
import type { Channels } from './Channels.js';
import { fitColours } from './fitColours.js';
import type { LitSeries } from './LitSeries.js';
import { spreadOffPlane } from './spreadOffPlane.js';
import { weighCommon } from './weighCommon.js';
import { withoutTrend } from './withoutTrend.js';

/** How a face answers the colours of a screen. */
export interface LightResponse {
  /** Of the face's light with the colours, at the delay that fits best; in [-1, 1]. */
  readonly correlation: number;
  /** From a colour on the glass to the frame that shows it, in ms. */
  readonly delayMs: number;
  /** By how much a lit channel raises the light on the face, as a share; more than on the background. */
  readonly gain: number;
  /** What the picture's noise alone, from frame to frame, makes of `gain` (standard deviation). */
  readonly gainNoise: number;
  /** Spread of the gain over the face's regions off a plane, as a share of the mean, the noise's own taken off. */
  readonly regionSpread: number;
  /**
   * The same of the light itself that was added to each region, not of its share. On a screen that shines by itself it is even:
   * what glass reflects does not know what the screen shows.
   */
  readonly addedSpread: number;
  /** 1 where the background was measured, 0 where channels were compared with each other. */
  readonly againstBackground: number;
  readonly frameCount: number;
}

/** Errors last for so many frames (a sway, a step of auto exposure): as many frames say as much as one. Judgement. */
const ERROR_RUN = 4;

/** Compares the light of a face with the colours that the screen showed. Pure. */
export function measureResponse({
  timesMs,
  parts,
  places,
  changes,
  againstBackground,
}: LitSeries): LightResponse {
  const values = parts.map((part) => withoutTrend(timesMs, part.values));
  const light = channelsOf((channel) => {
    const own = values.filter((_one, at) => parts[at]!.channel === channel);
    return timesMs.map(
      (_time, frame) => own.reduce((sum, one) => sum + one[frame]!, 0) / Math.max(1, own.length),
    );
  });
  const colours = (delayMs: number): Channels => coloursAt({ timesMs, changes, againstBackground }, delayMs);
  const { delayMs, correlation, commonWeight } = fitColours(light, colours);

  const shown = weighCommon(colours(delayMs), commonWeight);
  const regions = Array.from(new Set(parts.map(({ region }) => region)));
  const slopes = regions.map((region) => {
    const own = channelsOf((channel) => values[indexOf(parts, region, channel)]!);
    return slopeOf(weighCommon(own, commonWeight), shown);
  });
  const gains = slopes.map(({ slope }) => rise(slope));
  const gain = mean(gains);
  const errors = slopes.map(({ slope, error }) => error * Math.exp(slope));
  const lights = regions.map((region) =>
    mean(parts.filter((part) => part.region === region).map(({ light }) => light)),
  );
  const where = regions.map((region) => places[region]!);
  return {
    correlation,
    delayMs,
    gain,
    gainNoise: noiseOf(light, colours(delayMs)),
    regionSpread: relativeSpread(where, gains, errors),
    addedSpread: relativeSpread(
      where,
      gains.map((one, at) => one * lights[at]!),
      errors.map((one, at) => one * lights[at]!),
    ),
    againstBackground: againstBackground ? 1 : 0,
    frameCount: timesMs.length,
  };
}

const channelsOf = (one: (channel: 0 | 1 | 2) => readonly number[]): Channels => [one(0), one(1), one(2)];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** How far values are from a plane, as a share of their mean; what their errors make of that is taken off. */
function relativeSpread(
  places: readonly (readonly [x: number, y: number])[],
  values: readonly number[],
  errors: readonly number[],
): number {
  const middle = mean(values);
  const spread = spreadOffPlane(places, values);
  const noise = mean(errors.map((error) => error * error));
  return middle > 0 ? Math.sqrt(Math.max(0, spread * spread - noise)) / middle : 0;
}

const indexOf = (parts: LitSeries['parts'], region: number, channel: number): number =>
  parts.findIndex((one) => one.region === region && one.channel === channel);

/** A difference of logarithms as a share. */
const rise = (slope: number): number => Math.exp(slope) - 1;

/** Which channels were lit when each frame was captured, one list a channel, made comparable with the measured light. */
function coloursAt(
  { timesMs, changes, againstBackground }: Omit<LitSeries, 'parts' | 'places'>,
  delayMs: number,
): Channels {
  const lit = timesMs.map((timeMs) => {
    let shown = changes[0]!.lit;
    for (const change of changes) if (change.shownAtMs <= timeMs - delayMs) shown = change.lit;
    if (againstBackground) return shown;
    const mean = (shown[0] + shown[1] + shown[2]) / 3;
    return [shown[0] - mean, shown[1] - mean, shown[2] - mean] as const;
  });
  return channelsOf((channel) =>
    withoutTrend(
      timesMs,
      lit.map((shown) => shown[channel]),
    ),
  );
}

function products(a: Channels, b: Channels): number {
  let sum = 0;
  a.forEach((list, channel) => list.forEach((value, at) => (sum += value * b[channel]![at]!)));
  return sum;
}

/** What differences between neighbouring frames, which no colour explains but five times a session, make of a slope. */
function noiseOf(light: Channels, colours: Channels): number {
  const squares = products(colours, colours);
  const steps = light.map((list) => list.slice(1).map((value, at) => Math.abs(value - list[at]!)));
  // The middle step, not the mean: the colours' own are few and large. Of normal noise it is 0.954 standard deviations.
  const deviations = steps.map((list) => (median(list) ?? 0) / 0.954);
  const variance = deviations.reduce((sum, one) => sum + one * one, 0) / deviations.length;
  return squares > 0 ? Math.sqrt(variance / squares) : Infinity;
}

/** The least-squares slope of the light over the colours, with its standard error. */
function slopeOf(light: Channels, colours: Channels): { readonly slope: number; readonly error: number } {
  const squares = products(colours, colours);
  if (!(squares > 0)) return { slope: 0, error: Infinity };
  const slope = products(light, colours) / squares;
  const count = light.reduce((sum, list) => sum + list.length, 0);
  const left = Math.max(0, products(light, light) - slope * slope * squares);
  return { slope, error: Math.sqrt((ERROR_RUN * left) / (Math.max(1, count - 2) * squares)) };
}
