import { abortedError, type Clock } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { SessionGrant } from '@huoti/protocol/bridge';

/** Grants from the app: each is good for one try. */
export interface GrantBox {
  put(grant: SessionGrant): void;
  /**
   * The grant of the next try; `null` in an app that never gave one, where the page decides for itself.
   *
   * @throws HuotiError BRIDGE_TIMEOUT where the app gives no new one for a further try, ABORTED
   */
  take(signal: AbortSignal): Promise<SessionGrant | null>;
  /** Whether a try waits for a grant right now. */
  readonly isAwaited: boolean;
}

/** What {@link createGrantBox} takes. */
export interface GrantBoxOptions {
  readonly clock: Clock;
  /** Tells the app that a further try needs a new grant. */
  ask(): void;
}

/** An app's backend has to answer in this time, in ms. */
const WAIT_MS = 10_000;

/** Hands out each grant once, and asks for another one when a person tries again. */
export function createGrantBox({ clock, ask }: GrantBoxOptions): GrantBox {
  let next: SessionGrant | null = null;
  let everGiven = false;
  let awaited: ((grant: SessionGrant) => void) | null = null;
  return {
    get isAwaited() {
      return awaited !== null;
    },
    put(grant) {
      everGiven = true;
      if (awaited === null) next = grant;
      else awaited(grant);
      awaited = null;
    },
    async take(signal) {
      const found = next;
      next = null;
      if (found !== null || !everGiven) return found;
      const coming = new Promise<SessionGrant>((resolve) => (awaited = resolve));
      ask();
      try {
        const grant = await Promise.race([coming, clock.sleep(WAIT_MS, { signal }).then(() => null)]);
        if (grant !== null) return grant;
      } catch {
        throw abortedError(signal);
      } finally {
        // A try that was given up takes no grant from the next one.
        awaited = null;
      }
      throw new HuotiError(
        'BRIDGE_TIMEOUT',
        'the app gave no new session: try again, or start anew in the app',
        {
          retryable: true,
        },
      );
    },
  };
}
