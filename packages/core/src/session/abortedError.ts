import { HuotiError } from '@huoti/protocol';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';

/** The error of an aborted call, with the caller's reason as its cause. */
export const abortedError = (signal?: AbortSignalLike): HuotiError =>
  new HuotiError('ABORTED', 'the session was aborted by its caller', {
    cause: signal?.reason,
    retryable: true,
  });
