import { HuotiError } from '@huoti/protocol';

/** @throws HuotiError ABORTED where the caller has given up */
export function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
}
