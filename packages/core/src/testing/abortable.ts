import type { HuotiError } from '@huoti/protocol';
import { abortedError } from '../host/abortedError.js';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';

/**
 * Waits for what `start` begins until it settles or the signal aborts, and takes its listener away either way.
 *
 * @param count told +1 for each listener added and -1 for each taken away
 * @param start begins the wait and gives the function that withdraws it
 */
export function abortable<T>(
  signal: AbortSignalLike | undefined,
  count: (change: number) => void,
  start: (resolve: (value: T) => void, reject: (error: HuotiError) => void) => () => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      withdraw();
      release();
      reject(abortedError(signal));
    };
    const release = (): void => {
      if (!signal) return;
      signal.removeEventListener('abort', onAbort);
      count(-1);
    };
    if (signal) {
      count(1);
      signal.addEventListener('abort', onAbort);
    }
    const withdraw = start(
      (value) => {
        release();
        resolve(value);
      },
      (error) => {
        release();
        reject(error);
      },
    );
  });
}
