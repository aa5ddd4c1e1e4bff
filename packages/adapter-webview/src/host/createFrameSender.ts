import { createAbortSource, type AbortSource, type Clock } from '@huoti/core';
import { BRIDGE_CREDIT_STALL_MS, MAX_BRIDGE_CREDITS } from '@huoti/protocol/bridge';
import type { HostPicture } from './HostCamera.js';

/** What {@link createFrameSender} takes. */
export interface FrameSenderOptions {
  readonly clock: Pick<Clock, 'sleep'>;
  /** Puts one picture on its way. @returns whether it went: one that is too large does not */
  send(picture: HostPicture, sequence: number, droppedCount: number): boolean;
  /** The page has given no credit for 3 s. */
  onStall(): void;
}

/** The host's half of the credit rule, for one open camera. */
export interface FrameSender {
  readonly sentCount: number;
  /** Captured and never sent. */
  readonly droppedCount: number;
  /** The camera made a picture. */
  offer(picture: HostPicture): void;
  /** The page takes so many more. */
  grant(credits: number): void;
  /** Nothing more is sent; leaves no timer behind. */
  stop(): void;
}

/**
 * Sends only what the page has given credit for. Without credit the newest picture waits, the one that waited is dropped and
 * counted: nothing piles up, and the next that is sent is the newest.
 */
export function createFrameSender({ clock, send, onStall }: FrameSenderOptions): FrameSender {
  let credits = 0;
  let sent = 0;
  let dropped = 0;
  let waiting: HostPicture | null = null;
  let patience: AbortSource | null = null;
  let stopped = false;

  const watch = (): void => {
    if (patience || stopped) return;
    const own = createAbortSource();
    patience = own;
    clock.sleep(BRIDGE_CREDIT_STALL_MS, { signal: own.signal }).then(onStall, () => undefined);
  };
  const put = (picture: HostPicture): void => {
    if (!send(picture, sent, dropped)) {
      dropped += 1;
      return;
    }
    credits -= 1;
    sent += 1;
  };

  return {
    get sentCount() {
      return sent;
    },
    get droppedCount() {
      return dropped;
    },
    offer(picture) {
      if (stopped) return;
      if (credits > 0) {
        put(picture);
        return;
      }
      if (waiting !== null) dropped += 1;
      waiting = picture;
      watch();
    },
    grant(more) {
      if (stopped) return;
      patience?.abort();
      patience = null;
      credits = Math.min(MAX_BRIDGE_CREDITS, credits + more);
      if (waiting === null) return;
      const newest = waiting;
      waiting = null;
      put(newest);
    },
    stop() {
      stopped = true;
      waiting = null;
      patience?.abort();
      patience = null;
    },
  };
}
