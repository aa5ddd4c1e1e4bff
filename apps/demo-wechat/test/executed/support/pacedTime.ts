import type { MiniProgramHost } from '@huoti/wx-host';

/** Most that passes between two looks at the time, in ms: about what the engine takes for a frame on an idle machine. */
const MOST_MS = 40;

/** Time in the mini-program and before its camera. */
export interface PacedTime {
  /** In ms from its beginning. */
  nowMs(): number;
  /** Does something that takes no time: what a test computes is not the phone's work. */
  without<Made>(work: () => Made): Made;
  stop(): void;
}

/**
 * Real time that stands still while the machine does: what other work took away counts as 40 ms at most. Deadlines of a session are for a
 * phone that runs it alone; a test machine that has other work to do would miss them, and the end would say nothing of the person. On an
 * idle machine it is real time, but for the first look of the engine.
 *
 * The mini-program sees it as its `Date.now`; its timers are real.
 */
export function pacedTime(host: Pick<MiniProgramHost, 'realm'>): PacedTime {
  let elapsedMs = 0;
  let lastMs = performance.now();
  const nowMs = (): number => {
    const seenMs = performance.now();
    elapsedMs += Math.min(MOST_MS, seenMs - lastMs);
    lastMs = seenMs;
    return elapsedMs;
  };
  const beganMs = Date.now();
  (host.realm.run('Date') as { now: () => number }).now = () => beganMs + Math.round(nowMs());
  const timer = setInterval(nowMs, 10);
  return {
    nowMs,
    without(work) {
      nowMs();
      const made = work();
      lastMs = performance.now();
      return made;
    },
    stop: () => clearInterval(timer),
  };
}
