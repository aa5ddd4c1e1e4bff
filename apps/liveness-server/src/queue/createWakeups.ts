/** Wakes those of this process that wait for a job of a name. */
export interface Wakeups {
  wake(name: string): void;
  /** How often a name was woken so far: taken before a look, so that a wake during the look is not missed. */
  count(name: string): number;
  /** Resolves when the name was woken since `seen`, after `ms`, or when `signal` is aborted, whichever is first. */
  wait(name: string, seen: number, options: { ms: number; signal: AbortSignal }): Promise<void>;
}

/** Wakeups of one process; other processes look by themselves. */
export function createWakeups(): Wakeups {
  const counts = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const count = (name: string): number => counts.get(name) ?? 0;
  return {
    wake(name) {
      counts.set(name, count(name) + 1);
      const wakers = waiting.get(name);
      waiting.delete(name);
      wakers?.forEach((waker) => waker());
    },
    count,
    wait: (name, seen, { ms, signal }) =>
      new Promise((resolve) => {
        if (signal.aborted || count(name) !== seen) {
          resolve();
          return;
        }
        const wakers = waiting.get(name) ?? new Set();
        waiting.set(name, wakers);
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          wakers.delete(end);
          resolve();
        };
        const timer = setTimeout(end, ms);
        signal.addEventListener('abort', end, { once: true });
        wakers.add(end);
      }),
  };
}
