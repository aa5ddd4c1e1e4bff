import { HuotiError, isHuotiError } from '@huoti/protocol';

/** What a host threw that is none of our errors keeps its message and stands as the cause. */
export function asHuotiError(thrown: unknown): HuotiError {
  if (isHuotiError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new HuotiError('HOST_ERROR', `the host failed: ${message}`, { cause: thrown });
}
