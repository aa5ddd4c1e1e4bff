import type { BridgeError } from './bridgeErrors.js';
import type { BridgeEventName, BridgePayload, BridgeReply, BridgeRequestName } from './bridgeMessages.js';

/** What every message has. */
interface Headed {
  /** major.minor the sender speaks. */
  readonly version: string;
  /** Of the page's load, 32 hex digits. */
  readonly session: string;
  readonly id: number;
  /** Sender's clock, ms. */
  readonly timeMs: number;
  readonly token?: string;
}

type RequestOf<N extends BridgeRequestName> = Headed & {
  readonly kind: 'request';
  readonly name: N;
  readonly payload: BridgePayload<N>;
};
type ReplyOf<N extends BridgeRequestName> = Headed & {
  readonly kind: 'reply';
  readonly name: N;
  readonly replyTo: number;
  /** Left out where there is an error. */
  readonly payload?: BridgeReply<N>;
  readonly error?: BridgeError;
};
type EventOf<N extends BridgeEventName> = Headed & {
  readonly kind: 'event';
  readonly name: N;
  readonly payload: BridgePayload<N>;
};

/** Something is asked. */
export type BridgeRequestMessage = { [N in BridgeRequestName]: RequestOf<N> }[BridgeRequestName];
/** Something asked is answered. */
export type BridgeReplyMessage = { [N in BridgeRequestName]: ReplyOf<N> }[BridgeRequestName];
/** Something is said. */
export type BridgeEventMessage = { [N in BridgeEventName]: EventOf<N> }[BridgeEventName];
/** Something asked is no longer wanted; whoever works at it stops, and an answer is passed over. */
export interface BridgeCancelMessage extends Headed {
  readonly kind: 'cancel';
  readonly name: BridgeRequestName;
  readonly replyTo: number;
}
/** One picture. */
export interface BridgeFrameMessage extends Headed {
  readonly kind: 'frame';
  readonly name: 'frame';
  readonly payload: BridgePayload<'frame'>;
}

/** A message that was read: every field known, within its bounds, and nothing else in it. */
export type BridgeMessage =
  | BridgeRequestMessage
  | BridgeReplyMessage
  | BridgeEventMessage
  | BridgeCancelMessage
  | BridgeFrameMessage;
