import type { AbortSignalLike } from '@huoti/core';
import { abortedError } from './abortedError.js';

/** @throws HuotiError ABORTED where the signal has aborted */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw abortedError(signal);
}
