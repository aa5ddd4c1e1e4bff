import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { within } from '../host/within.js';
import { foldMiniProgramFailure } from './foldMiniProgramFailure.js';
import type { MiniProgramFailure } from './MiniProgramApi.js';

/**
 * How long a call that asks nobody may take, in ms. They answer within a few; a platform that is silent for this long has forgotten
 * it, and seconds are all that a person waits.
 */
export const CALL_LIMIT_MS = 5000;

/** What {@link callPlatform} takes. */
export interface PlatformCallOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  /** @default 5000 */
  readonly limitMs?: number;
  readonly signal?: AbortSignalLike | undefined;
}

/** The callbacks that a call is made with. */
export interface PlatformHandlers<Result> {
  success(result: Result): void;
  fail(failure: MiniProgramFailure): void;
}

const isThenable = (
  value: unknown,
): value is { then(onValue: (value: never) => void, onError: (error: unknown) => void): unknown } =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/**
 * One call of the platform as a promise. It copes with a platform that throws, answers twice, never answers, or answers by a promise
 * though it was given callbacks.
 *
 * @param name as the platform has it, for messages
 * @throws HuotiError what {@link foldMiniProgramFailure} makes of the failure; HOST_ERROR (retryable) without an answer in time; ABORTED
 * @example await callPlatform('authorize', (handlers) => api.authorize?.({ scope, ...handlers }), { clock, signal });
 */
export async function callPlatform<Result = unknown>(
  name: string,
  invoke: (handlers: PlatformHandlers<Result>) => unknown,
  { clock, limitMs = CALL_LIMIT_MS, signal }: PlatformCallOptions,
): Promise<Result> {
  if (signal?.aborted) throw abortedError(signal);
  const answer = new Promise<Result>((resolve, reject) => {
    const fail = (failure: unknown): void => reject(foldMiniProgramFailure(failure, name));
    try {
      const returned: unknown = invoke({ success: resolve, fail });
      if (isThenable(returned)) returned.then(resolve, fail);
    } catch (error) {
      fail(error);
    }
  });
  return within(answer, {
    clock,
    limitMs,
    signal,
    late: () =>
      new HuotiError(
        'HOST_ERROR',
        `the platform did not answer ${name} within ${limitMs / 1000} s: try again`,
        {
          retryable: true,
        },
      ),
  });
}
