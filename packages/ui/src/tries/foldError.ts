import { HuotiError, isHuotiError } from '@huoti/protocol';

/**
 * What a try threw, as a HuotiError: what is none becomes HOST_ERROR and stands as its cause.
 *
 * @example const { code, retryable } = foldError(thrown);
 */
export function foldError(thrown: unknown): HuotiError {
  if (isHuotiError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new HuotiError('HOST_ERROR', `the check failed: ${message}`, { cause: thrown, retryable: true });
}
