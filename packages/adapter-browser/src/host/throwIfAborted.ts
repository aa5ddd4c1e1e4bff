import { abortedError, type AbortSignalLike } from '@huoti/core';

/** @throws HuotiError ABORTED where the signal has aborted */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}
