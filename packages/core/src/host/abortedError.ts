import { HuotiError } from '@huoti/protocol';
import type { AbortSignalLike } from './AbortSignalLike.js';

/**
 * ABORTED, with the caller's reason as its cause: what every aborted call of this project rejects with, adapters included.
 *
 * @example if (signal?.aborted) throw abortedError(signal);
 */
export const abortedError = (signal?: AbortSignalLike): HuotiError =>
  new HuotiError('ABORTED', 'the call was aborted by its caller', { cause: signal?.reason, retryable: true });
