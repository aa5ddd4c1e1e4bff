import { setTimeout, clearTimeout } from 'node:timers';
import type { Realm } from '../realm/Realm.js';
import type { HostRecord } from '../record/HostRecord.js';
import { CallFailure } from './CallFailure.js';
import type { CallOptions } from './CallOptions.js';

type Result = Readonly<Record<string, unknown>>;

/** Work of a call: what it answers, or how it fails. */
export type CallWork = () => Result | CallFailure | Promise<Result | CallFailure>;

/** Answers calls the way the platform does: later, by callbacks, or by a promise where none was given. */
export class Answering {
  readonly #open = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(
    private readonly realm: Realm,
    private readonly record: HostRecord,
  ) {}

  /** Answers one call. The answer never comes before the caller has gone on. */
  answer(name: string, given: unknown, work: CallWork): unknown {
    const options = (typeof given === 'object' && given !== null ? given : {}) as CallOptions;
    const { success, fail, complete } = options;
    const byCallback = [success, fail, complete].some((one) => typeof one === 'function');
    const outcome = this.#work(work);
    if (byCallback) {
      void outcome.then((result) => {
        this.later(() => {
          const value = this.realm.expose(told(name, result));
          this.realm.call(result instanceof CallFailure ? fail : success, undefined, value);
          this.realm.call(complete, undefined, value);
        });
      });
      return undefined;
    }
    return this.realm.promise((resolve, reject) => {
      void outcome.then((result) => {
        this.later(() => {
          const value = this.realm.expose(told(name, result));
          if (result instanceof CallFailure) reject(value);
          else resolve(value);
        });
      });
    });
  }

  /** Does something in a task of its own, unless the host has been closed. */
  later(work: () => void, delayMs = 0): void {
    if (this.#closed) return;
    const handle = setTimeout(() => {
      this.#open.delete(handle);
      work();
    }, delayMs);
    this.#open.add(handle);
  }

  close(): void {
    this.#closed = true;
    for (const handle of this.#open) clearTimeout(handle);
    this.#open.clear();
  }

  async #work(work: CallWork): Promise<Result | CallFailure> {
    try {
      return await work();
    } catch (thrown) {
      this.record.errors.push(thrown);
      return new CallFailure(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }
}

function told(name: string, result: Result | CallFailure): Result {
  if (!(result instanceof CallFailure)) return { errMsg: `${name}:ok`, ...result };
  return { errMsg: `${name}:fail ${result.reason}`, ...result.numbers };
}
