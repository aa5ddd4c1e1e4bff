import type { Host } from './startHost.js';

/** How long it took from the host's capture of a frame to what the engine saw in it, in ms, and how many frames that were. */
export interface Delays {
  readonly judged: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Frames that the host sent, and those that it dropped for want of credit. */
  readonly sent: number;
  readonly dropped: number;
}

/** Has the page write down, from now on, how old each frame is when it has been judged. */
export async function watchDelays(host: Host): Promise<void> {
  await host.evaluate(
    `(window.testDelays = [], window.testTimes = [], window.addEventListener('huoti-event', (event) => {
      if (event.detail.type !== 'frame-judged') return;
      window.testDelays.push(performance.now() - event.detail.atMs);
      window.testTimes.push(performance.now());
    }, true), 0)`,
  );
}

/** What was written down. */
export async function readDelays(host: Host): Promise<Delays> {
  const delays = await host.evaluate<number[]>('window.testDelays');
  const times = await host.evaluate<number[]>('window.testTimes');
  const { sent, dropped } = await host.command<{ sent: number; dropped: number }>('stats');
  const sorted = [...delays].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  const lastedS = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return {
    judged: delays.length,
    perSecond: Math.round((delays.length / lastedS) * 10) / 10,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    sent,
    dropped,
  };
}
