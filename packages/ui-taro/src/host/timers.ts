/** What `setInterval` gives: a number in a mini-program, an object in Node. */
export type Timer = object | number;

// The two timers that every mini-program has; this package is compiled without a page and without Node.
declare function setInterval(callback: () => void, delayMs: number): Timer;
declare function clearInterval(timer: Timer): void;

/** Calls `tick` every `intervalMs` ms until the returned function is called. */
export function every(intervalMs: number, tick: () => void): () => void {
  const timer = setInterval(tick, intervalMs);
  return () => clearInterval(timer);
}
