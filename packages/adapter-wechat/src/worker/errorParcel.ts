import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { ErrorParcel } from './messages.js';

/** Any thrown value as what can cross to another thread; what is not ours becomes BACKEND_UNAVAILABLE. */
export function packError(error: unknown): ErrorParcel {
  if (isHuotiError(error)) return { code: error.code, message: error.message, retryable: error.retryable };
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'BACKEND_UNAVAILABLE',
    message: `the engine failed in its worker: ${text}`,
    retryable: false,
  };
}

/** The error that {@link packError} packed. */
export const unpackError = ({ code, message, retryable }: ErrorParcel): HuotiError =>
  new HuotiError(code, message, { retryable });
