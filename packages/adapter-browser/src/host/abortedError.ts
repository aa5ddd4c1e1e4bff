import type { AbortSignalLike } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';

/** The error of a call that its caller aborted, with the caller's reason as its cause. */
export const abortedError = (signal?: AbortSignalLike): HuotiError =>
  new HuotiError('ABORTED', 'the call was aborted by its caller', { cause: signal?.reason, retryable: true });
