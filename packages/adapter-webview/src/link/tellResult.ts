import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { isHuotiError } from '@huoti/protocol';
import { BRIDGE_RESULT_EVERY_MS, MAX_BRIDGE_RESULT_SENDS, type BridgeResult } from '@huoti/protocol/bridge';
import type { BridgeLink } from './BridgeLink.js';

/** What {@link tellResult} takes. */
export interface TellResultOptions {
  readonly link: Pick<BridgeLink, 'request'>;
  readonly clock: Clock;
  readonly result: BridgeResult;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Tells the host that a session has ended, again and again until it confirms: at least once, and the host knows the session by
 * its id. It is a pointer to what the server signed, never a verdict.
 *
 * @returns whether it was confirmed
 * @throws HuotiError ABORTED
 */
export async function tellResult({ link, clock, result, signal }: TellResultOptions): Promise<boolean> {
  for (let sent = 0; sent < MAX_BRIDGE_RESULT_SENDS; sent++) {
    if (sent > 0) await clock.sleep(BRIDGE_RESULT_EVERY_MS, { signal });
    if (signal?.aborted) throw abortedError(signal);
    try {
      await link.request('result', result, { signal });
      return true;
    } catch (error) {
      if (isHuotiError(error, 'ABORTED')) throw error;
      if (!isHuotiError(error) || !error.retryable) return false;
    }
  }
  return false;
}
