import { setTimeout as wait } from 'node:timers/promises';

/** Options of {@link repeat}. */
export interface RepeatOptions {
  /** From the end of one run to the begin of the next, ms. */
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/**
 * Runs work at once and again after each pause, until it is aborted. A run says with `true` that there is more to do: the
 * next one follows at once.
 *
 * @param work must not reject
 */
export async function repeat(
  work: () => Promise<boolean>,
  { everyMs, signal }: RepeatOptions,
): Promise<void> {
  while (!signal.aborted) {
    const more = await work();
    if (!more) await wait(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
