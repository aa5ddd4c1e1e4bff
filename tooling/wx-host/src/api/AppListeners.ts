import type { Realm } from '../realm/Realm.js';

/** Listeners of the whole app: `onAppHide` and its like. They stay until they are taken away. */
export class AppListeners {
  readonly #lists = new Map<string, unknown[]>();

  constructor(private readonly realm: Realm) {}

  /** The pair of functions for an event: `onAppHide` and `offAppHide` for `AppHide`. */
  members(event: string): Record<string, (listener?: unknown) => void> {
    const list: unknown[] = [];
    this.#lists.set(event, list);
    return {
      [`on${event}`]: (listener) => {
        if (typeof listener === 'function' && !list.includes(listener)) list.push(listener);
      },
      [`off${event}`]: (listener) => {
        if (listener === undefined) list.length = 0;
        const at = list.indexOf(listener);
        if (at >= 0) list.splice(at, 1);
      },
    };
  }

  /** Calls a function of the mini-program. */
  run(work: unknown): void {
    this.realm.call(work, undefined);
  }

  count(event: string): number {
    return this.#lists.get(event)?.length ?? 0;
  }

  /** Tells all listeners of an event. */
  emit(event: string, ...values: unknown[]): void {
    for (const listener of [...(this.#lists.get(event) ?? [])]) {
      this.realm.call(listener, undefined, ...values);
    }
  }

  /** How many listeners each event has, events without any left out. */
  counts(): Record<string, number> {
    const counted = [...this.#lists].map(([event, list]) => [event, list.length] as const);
    return Object.fromEntries(counted.filter(([, count]) => count > 0));
  }
}
