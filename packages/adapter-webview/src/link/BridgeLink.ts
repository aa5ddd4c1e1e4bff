import type { AbortSignalLike } from '@huoti/core';
import type { HuotiError } from '@huoti/protocol';
import type {
  BridgeCapability,
  BridgeEventName,
  BridgeFrame,
  BridgePayload,
  BridgeReply,
  BridgeRequestName,
  Welcome,
} from '@huoti/protocol/bridge';

/** A picture as it came: the pixels as base64 in the frame, or as bytes beside it. */
export interface ArrivedFrame {
  readonly frame: BridgeFrame;
  readonly bytes: Uint8Array | null;
  /** Page's clock. */
  readonly arrivedAtMs: number;
}

/** What an open bridge offers. */
export interface BridgeLink {
  /** Of this load of the page: 32 hex digits. */
  readonly session: string;
  /** Name of the transport. */
  readonly transport: string;
  readonly welcome: Welcome;
  /** What both speak. */
  readonly version: string;
  /** Version of a capability the host offers, 0 where it does not. */
  capability(name: BridgeCapability): number;
  /**
   * Asks the host.
   *
   * @throws HuotiError BRIDGE_TIMEOUT after the name's own time, ABORTED (the host is told either way), HOST_FORBIDS where
   * the host does not offer it, BRIDGE_UNAVAILABLE (and the bridge has ended), DISPOSED, or the host's error by its code
   */
  request<N extends BridgeRequestName>(
    name: N,
    payload: BridgePayload<N>,
    options?: { signal?: AbortSignalLike | undefined },
  ): Promise<BridgeReply<N>>;
  /** Tells the host; nothing comes back, and a host that does not offer it, or is gone, is not told. */
  emit<N extends BridgeEventName>(name: N, payload: BridgePayload<N>): void;
  /** Listens to what the host says, until the returned function is called. A listener that throws disturbs nobody. */
  on<N extends BridgeEventName>(name: N, listener: (payload: BridgePayload<N>) => void): () => void;
  /** Answers what the host asks; one answer a name. A throw becomes the error it is. */
  answer<N extends BridgeRequestName>(
    name: N,
    answer: (payload: BridgePayload<N>) => BridgeReply<N> | Promise<BridgeReply<N>>,
  ): () => void;
  onFrame(listener: (arrived: ArrivedFrame) => void): () => void;
  /** Whether the app has said that it was left (`app.pause`) and not yet that it is back. */
  isAppPaused(): boolean;
  /** A time of the host on the page's clock, in ms; never later than now. */
  toPageMs(hostMs: number): number;
  /** Called once, when the bridge is lost or closed; at once where it is. */
  onClose(listener: (error: HuotiError) => void): () => void;
  /** Messages that were passed over, by reason: for tests and for a developer's log. */
  readonly refused: Readonly<Record<string, number>>;
  /** Everything that waits fails with DISPOSED; idempotent. */
  close(): void;
}
