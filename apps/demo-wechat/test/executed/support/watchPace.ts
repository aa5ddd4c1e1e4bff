import type { CheckEnd } from './CheckEnd.js';

/** A gap in which the machine ran nothing of this process, in ms: below the session's own limit of 1 s. */
const STALL_MS = 700;
/** Frames judged a second under which short movements fall between two frames: a blink takes 0.2 to 0.4 s. */
const LEAST_RATE = 6;

/** Watches whether the machine kept up. */
export interface Pace {
  /** Whether it was too slow for the end to say anything of the person. */
  tooSlow(end: CheckEnd): boolean;
  toString(): string;
  stop(): void;
}

/**
 * A session has deadlines in real time, as on a phone. Where the machine stood still or judged too few frames, what ended is no result of
 * the person's, and a test tries again.
 */
export function watchPace(): Pace {
  let longestMs = 0;
  let lastMs = Date.now();
  let rate = Number.NaN;
  const timer = setInterval(() => {
    const nowMs = Date.now();
    longestMs = Math.max(longestMs, nowMs - lastMs);
    lastMs = nowMs;
  }, 20);
  return {
    tooSlow(end) {
      if ('result' in end) rate = (end.result.frameCount / Math.max(1, end.result.durationMs)) * 1000;
      return longestMs > STALL_MS || rate < LEAST_RATE;
    },
    toString: () => `longest gap ${longestMs} ms, ${rate.toFixed(1)} frames judged a second`,
    stop: () => clearInterval(timer),
  };
}
