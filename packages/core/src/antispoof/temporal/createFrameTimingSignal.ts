import { createHistogram } from '../createHistogram.js';
import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';

/** Fewest intervals that a rhythm is told from. */
const LEAST_INTERVALS = 30;
/**
 * Shortest interval that a front camera has, in ms: 120 frames a second, at which phones record slow motion. Times are
 * whole ms, so one is taken off.
 */
const SHORTEST_MS = 1000 / 120 - 1;
/** Share of impossible intervals up to which clocks may err, and from which on no camera was at work. */
const SOME_SHARE = 0.02;
const MANY_SHARE = 0.2;
/** A rhythm that a camera could have says nothing: anyone can copy it. */
const ORDINARY_SCORE = 0.5;
const IMPOSSIBLE_SCORE = 0.1;

/**
 * Whether the frames come as a camera gives them. A sensor is read out at most so many times a second, and a source of
 * frames gives the newest one alone: after a stall there is one frame, not the row of those that were missed. A program
 * that pushes rendered or stored frames can do both: frames closer together than any front camera's, or a queue that
 * empties.
 *
 * An ordinary rhythm is no evidence of a person, whether it is as even as a crystal or jitters with a busy phone: dark
 * rooms, cheap cameras and slow devices give 5 to 60 frames a second, and neither rate nor evenness is judged.
 * What defeats it: a source that pushes frames at a camera's pace, as every common virtual camera does. It can only speak
 * against a session.
 *
 * Constants: frame rates that front cameras offer, and whole-ms time stamps; none is fitted.
 */
export function createFrameTimingSignal(): SpoofSignal {
  const intervals = createHistogram({ from: 0, to: 500, bins: 500 });
  let lastMs: number | null = null;
  let short = 0;
  return {
    name: 'frame-timing',
    family: 'temporal',
    push({ timestampMs }): void {
      if (lastMs !== null) {
        intervals.add(timestampMs - lastMs);
        if (timestampMs - lastMs < SHORTEST_MS) short += 1;
      }
      lastMs = timestampMs;
    },
    read(): SignalMeasurement {
      const { count } = intervals;
      if (count < LEAST_INTERVALS) return { kind: 'unavailable', reason: 'too-few-frames' };
      const shortShare = short / count;
      return {
        kind: 'measured',
        score: rampScore(shortShare, {
          from: MANY_SHARE,
          to: SOME_SHARE,
          least: IMPOSSIBLE_SCORE,
          most: ORDINARY_SCORE,
        }),
        measures: {
          medianMs: intervals.quantile(0.5) ?? 0,
          spreadMs: (intervals.quantile(0.9) ?? 0) - (intervals.quantile(0.1) ?? 0),
          shortShare,
        },
      };
    },
    reset(): void {
      intervals.clear();
      lastMs = null;
      short = 0;
    },
  };
}
