import { performance } from 'node:perf_hooks';
import type { MiniProgramHost } from '@huoti/wx-host';

/** How often time is looked at in any case, in ms. */
const LOOK_MS = 10;

/** Time in the mini-program and before its camera. */
export interface PacedTime {
  /** In ms from its beginning. */
  nowMs(): number;
  /** Does something that takes no time: what a test computes is not the phone's work. */
  without<Made>(work: () => Made): Made;
  stop(): void;
}

/** What this process has computed and waited for so far, in ms: all but the time in which it wanted to run and was not let. */
function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + performance.eventLoopUtilization().idle;
}

/**
 * Real time that stands still while other work on the machine keeps this process from running. Deadlines of a session are for a phone that
 * runs it alone; on a test machine with other work to do they would be missed, and the end would say nothing of the person. On an idle
 * machine it is real time.
 *
 * The mini-program sees it as its `Date.now`; its timers are real.
 */
export function pacedTime(host: Pick<MiniProgramHost, 'realm'>): PacedTime {
  let elapsedMs = 0;
  let realMs = performance.now();
  let lastMs = spentMs();
  /** @param counts how much of what passed since the last look is time */
  const look = (counts: 0 | 1): number => {
    const [nowReal, nowSpent] = [performance.now(), spentMs()];
    // Other threads of this process may have computed at the same time.
    elapsedMs += counts * Math.max(0, Math.min(nowReal - realMs, nowSpent - lastMs));
    [realMs, lastMs] = [nowReal, nowSpent];
    return elapsedMs;
  };
  const beganMs = Date.now();
  (host.realm.run('Date') as { now: () => number }).now = () => beganMs + Math.round(look(1));
  const timer = setInterval(() => look(1), LOOK_MS);
  return {
    nowMs: () => look(1),
    without(work) {
      look(1);
      const made = work();
      look(0);
      return made;
    },
    stop: () => clearInterval(timer),
  };
}
