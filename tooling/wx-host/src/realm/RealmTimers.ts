import { setTimeout, clearTimeout, setInterval, clearInterval } from 'node:timers';
import type { RunningTimer } from './Realm.js';

interface Kept extends RunningTimer {
  readonly stop: () => void;
}

/** A realm's timers: numbers as on a phone, and a list of those that run. */
export class RealmTimers {
  readonly #kept = new Map<number, Kept>();
  #last = 0;

  /** @param call calls back into the realm */
  constructor(private readonly call: (work: unknown, values: readonly unknown[]) => void) {}

  /** The four functions, as the realm's globals. */
  functions(): Record<string, (...values: unknown[]) => unknown> {
    return {
      setTimeout: (work, delayMs, ...values) => this.#set('timeout', work, delayMs, values),
      setInterval: (work, delayMs, ...values) => this.#set('interval', work, delayMs, values),
      clearTimeout: (id) => this.#clear(id),
      clearInterval: (id) => this.#clear(id),
    };
  }

  list(): RunningTimer[] {
    return [...this.#kept.values()].map(({ kind, delayMs, setAt }) => ({ kind, delayMs, setAt }));
  }

  close(): void {
    for (const id of [...this.#kept.keys()]) this.#clear(id);
  }

  #set(kind: Kept['kind'], work: unknown, delay: unknown, values: readonly unknown[]): number {
    const id = (this.#last += 1);
    const delayMs = Math.max(0, Number(delay) || 0);
    const run = (): void => {
      if (kind === 'timeout') this.#kept.delete(id);
      this.call(work, values);
    };
    const handle = kind === 'timeout' ? setTimeout(run, delayMs) : setInterval(run, Math.max(1, delayMs));
    const stop = (): void => (kind === 'timeout' ? clearTimeout(handle) : clearInterval(handle));
    this.#kept.set(id, { kind, delayMs, setAt: callerOf(new Error().stack ?? ''), stop });
    return id;
  }

  #clear(id: unknown): void {
    const kept = this.#kept.get(Number(id));
    kept?.stop();
    this.#kept.delete(Number(id));
  }
}

/** The first line of a stack that is a mini-program's file, not the host's own: those are named without a leading slash. */
function callerOf(stack: string): string {
  for (const line of stack.split('\n').slice(1)) {
    const place = /\(?([^()\s]+:\d+:\d+)\)?$/.exec(line)?.[1];
    if (place && !/^(\/|file:|node:|evalmachine|realm\.js|realm\.js|[A-Za-z]:\\)/.test(place)) return place;
  }
  return 'unknown';
}
