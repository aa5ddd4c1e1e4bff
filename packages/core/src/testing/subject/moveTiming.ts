import type { SubjectMove, SubjectTiming } from './SubjectMove.js';

/** A move with every number settled. */
export interface SettledMove {
  readonly move: SubjectMove;
  readonly startMs: number;
  readonly rampMs: number;
  readonly holdMs: number;
  readonly returnMs: number;
  readonly amplitude: number;
  readonly overshoot: number;
}

type Range = readonly [least: number, most: number];

interface Ranges {
  readonly rampMs: Range;
  readonly holdMs: Range;
  readonly returnMs: Range;
  readonly amplitude: Range;
}

const LATENCY_MS: Range = [250, 600];
const OVERSHOOT: Range = [0, 0.15];

/*
 * How long people take, in ms, read off the train clips of the fixtures (2026-11-23): turns ramp in 0.6 to 1 s, blinks
 * last 70 to 430 ms in all, mouths open in 0.2 to 0.3 s.
 */
const TURN: Ranges = {
  rampMs: [450, 900],
  holdMs: [200, 700],
  returnMs: [450, 900],
  amplitude: [1.2, 1.6],
};
const DISTANCE: Ranges = {
  rampMs: [700, 1400],
  holdMs: [300, 900],
  returnMs: [700, 1300],
  amplitude: [1.3, 1.8],
};
const RANGES: Readonly<Record<SubjectMove, Ranges>> = {
  blink: { rampMs: [60, 130], holdMs: [40, 140], returnMs: [100, 250], amplitude: [0.95, 1] },
  wink: { rampMs: [80, 150], holdMs: [100, 300], returnMs: [120, 250], amplitude: [0.95, 1] },
  'gaze-down': { rampMs: [80, 150], holdMs: [1800, 3000], returnMs: [80, 150], amplitude: [0.5, 0.7] },
  'mouth-open': { rampMs: [200, 400], holdMs: [600, 1100], returnMs: [200, 400], amplitude: [1.2, 1.6] },
  'turn-left': TURN,
  'turn-right': TURN,
  nod: { rampMs: [250, 450], holdMs: [0, 150], returnMs: [250, 500], amplitude: [1.3, 2] },
  approach: DISTANCE,
  away: DISTANCE,
  smile: { rampMs: [300, 600], holdMs: [500, 2000], returnMs: [300, 600], amplitude: [0.6, 1] },
  talk: { rampMs: [100, 200], holdMs: [1000, 2500], returnMs: [100, 200], amplitude: [0.5, 1] },
  'look-up': { rampMs: [400, 700], holdMs: [800, 1500], returnMs: [400, 700], amplitude: [0.7, 1.2] },
  'look-down': { rampMs: [400, 700], holdMs: [2200, 3500], returnMs: [400, 700], amplitude: [0.7, 1.2] },
};

/** Settles a move's timing: what is not given is drawn with `next`. */
export function settleMove(
  move: SubjectMove,
  atMs: number,
  timing: SubjectTiming,
  next: () => number,
): SettledMove {
  const ranges = RANGES[move];
  const draw = ([least, most]: Range): number => least + (most - least) * next();
  // Drawn whether given or not, so that giving one number does not change the others.
  const latencyMs = draw(LATENCY_MS);
  const rampMs = draw(ranges.rampMs);
  const holdMs = draw(ranges.holdMs);
  const returnMs = draw(ranges.returnMs);
  const amplitude = draw(ranges.amplitude);
  const overshoot = draw(OVERSHOOT);
  return {
    move,
    startMs: atMs + (timing.latencyMs ?? latencyMs),
    rampMs: timing.rampMs ?? rampMs,
    holdMs: timing.holdMs ?? holdMs,
    returnMs: timing.returnMs ?? returnMs,
    amplitude: timing.amplitude ?? amplitude,
    overshoot: timing.overshoot ?? overshoot,
  };
}

/** When a move is over, in ms. */
export function moveEndMs({ startMs, rampMs, holdMs, returnMs }: SettledMove): number {
  return startMs + rampMs + holdMs + returnMs;
}

/** Share of a move's amplitude that is shown at a time: a smooth way up, a swing over the top, a hold, a smooth way back. */
export function moveLevel(settled: SettledMove, atMs: number): number {
  const { startMs, rampMs, holdMs, returnMs, overshoot } = settled;
  const since = atMs - startMs;
  if (since <= 0 || since >= rampMs + holdMs + returnMs) return 0;
  if (since < rampMs) return (1 + overshoot) * smooth(since / rampMs);
  const settleMs = Math.min(holdMs, 150);
  if (since < rampMs + holdMs) {
    const left = settleMs > 0 ? Math.max(0, 1 - (since - rampMs) / settleMs) : 0;
    return 1 + overshoot * left;
  }
  const top = settleMs > 0 ? 1 : 1 + overshoot;
  return top * (1 - smooth((since - rampMs - holdMs) / returnMs));
}

/** Minimum-jerk course of a reaching movement (T. Flash, N. Hogan, 1985). */
function smooth(share: number): number {
  const s = Math.max(0, Math.min(1, share));
  return s * s * s * (10 - 15 * s + 6 * s * s);
}
