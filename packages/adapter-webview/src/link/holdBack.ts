import type { Clock } from '@huoti/core';
import type { BridgeMessage } from '@huoti/protocol/bridge';
import type { Arrival } from './greetHost.js';
import { tell } from './tell.js';

/** What {@link holdBack} takes. */
export interface HoldBackOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly early: readonly Arrival[];
  hand(message: BridgeMessage, bytes: Uint8Array | null): void;
}

/**
 * Keeps what has come, in its order, until whoever waits for the bridge has had a turn to listen: a host may begin the session in
 * the same breath as its welcome.
 *
 * @returns what takes the messages that come from now on
 */
export function holdBack({
  clock,
  early,
  hand,
}: HoldBackOptions): (message: BridgeMessage, bytes: Uint8Array | null) => void {
  const kept = [...early];
  let held = true;
  const letGo = async (): Promise<void> => {
    await clock.sleep(0);
    // Two turns more, for a clock whose shortest sleep is no turn at all: the caller of the caller waits for a promise of ours.
    await Promise.resolve();
    await Promise.resolve();
    held = false;
    for (const { message, bytes } of kept.splice(0)) tell(() => hand(message, bytes));
  };
  void letGo();
  return (message, bytes) => {
    if (held) kept.push({ message, bytes });
    else hand(message, bytes);
  };
}
