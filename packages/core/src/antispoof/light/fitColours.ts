import type { Channels } from './Channels.js';

/** How the light of a face is fitted to the colours of a screen. */
export interface ColourFit {
  /** From a colour on the glass to the frame that shows it, in ms. */
  readonly delayMs: number;
  /** At that delay, the common part of the channels weighed; in [-1, 1]. */
  readonly correlation: number;
  /** What the part that the channels share counts beside their differences, in [0, 1]: see `weighCommon`. */
  readonly commonWeight: number;
}

/** The delays that are looked for, in ms: those of a display and a camera, and of who answers late. */
const MAX_DELAY_MS = 1600;
const DELAY_STEP_MS = 20;

/** Delays that fit within this share of the best one fit as well: between two frames nothing tells them apart. */
const DELAY_TIE = 0.005;

/** The delay and the weight are found by turns; they stand still after two. */
const ROUNDS = 3;

/** Sums of products over all channels, and those of the common part alone. */
interface Sums {
  readonly whole: number;
  readonly common: number;
}

interface DelaySums {
  readonly delayMs: number;
  readonly cross: Sums;
  readonly colours: Sums;
}

/**
 * Finds the delay at which light is most like the colours, by weighted least squares: the part that all channels share and their
 * differences count by the inverse of what the colours leave unexplained of each. A face that moves in a bright room changes its shading by
 * more than the screen's light, but in all channels alike; how the channels differ hardly changes. The common part never counts for
 * more than the differences. Pure.
 *
 * @param light without its mean and trend
 * @param coloursAt the colours as they are seen so many ms late, likewise
 */
export function fitColours(light: Channels, coloursAt: (delayMs: number) => Channels): ColourFit {
  const own = sumsOf(light, light);
  const delays: DelaySums[] = [];
  for (let delayMs = 0; delayMs <= MAX_DELAY_MS; delayMs += DELAY_STEP_MS) {
    const colours = coloursAt(delayMs);
    delays.push({ delayMs, cross: sumsOf(light, colours), colours: sumsOf(colours, colours) });
  }
  let square = 1;
  let best = bestDelay(own, delays, square);
  for (let round = 0; round < ROUNDS; round++) {
    square = squaredWeight(own, best.sums, square);
    best = bestDelay(own, delays, square);
  }
  return { delayMs: best.delayMs, correlation: best.correlation, commonWeight: Math.sqrt(square) };
}

function sumsOf(a: Channels, b: Channels): Sums {
  let whole = 0;
  let common = 0;
  a[0].forEach((_value, at) => {
    const [ar, ag, ab] = [a[0][at]!, a[1][at]!, a[2][at]!];
    const [br, bg, bb] = [b[0][at]!, b[1][at]!, b[2][at]!];
    whole += ar * br + ag * bg + ab * bb;
    common += ((ar + ag + ab) * (br + bg + bb)) / 3;
  });
  return { whole, common };
}

/** What sums become when the common part is weighed. */
const weighed = ({ whole, common }: Sums, square: number): number => whole + (square - 1) * common;

/** The delay of the best likeness; the middle one where several fit as well. */
function bestDelay(
  own: Sums,
  delays: readonly DelaySums[],
  square: number,
): { readonly delayMs: number; readonly correlation: number; readonly sums: DelaySums } {
  const likeness = delays.map(({ cross, colours }) => {
    const spread = Math.sqrt(Math.max(0, weighed(own, square) * weighed(colours, square)));
    return spread > 0 ? weighed(cross, square) / spread : 0;
  });
  const correlation = Math.max(...likeness);
  const ties = delays.filter((_one, at) => likeness[at]! >= correlation - DELAY_TIE * Math.abs(correlation));
  return {
    delayMs: (ties[0]!.delayMs + ties[ties.length - 1]!.delayMs) / 2,
    correlation,
    sums: delays[likeness.indexOf(correlation)]!,
  };
}

/** Square of the weight by what the colours leave of the light: one direction is common, two are differences. */
function squaredWeight(own: Sums, { cross, colours }: DelaySums, square: number): number {
  const spread = weighed(colours, square);
  if (!(spread > 0)) return 1;
  const slope = weighed(cross, square) / spread;
  const leftOf = (kind: keyof Sums): number =>
    Math.max(0, own[kind] - 2 * slope * cross[kind] + slope * slope * colours[kind]);
  const common = leftOf('common');
  const apart = Math.max(0, leftOf('whole') - common);
  return common > 0 ? Math.min(1, apart / 2 / common) : 1;
}
