/**
 * How text gets to the host and back, and nothing more: one file for each kind of host. What is said over it, by whom it is
 * trusted and how long it may take is decided once, above.
 */
export interface BridgeTransport {
  /** For logs and for choosing: `wk`, `android`, `flutter` and so on. */
  readonly name: string;
  /**
   * Whether the platform tells the host which page and frame a message comes from. Where not, the host hands its word (a
   * token) to the main frame, and every message carries it.
   */
  readonly knowsSender: boolean;
  /** Whether bytes come through as bytes. */
  readonly binary: boolean;
  /** Longest text that comes through, in characters; `Infinity` where the platform has no limit of its own. */
  readonly maxMessageChars: number;
  /** The host's word for the main frame, where the platform needs one; `null` until it has come. */
  readonly token?: () => string | null;
  /**
   * Sends one text.
   *
   * @throws HuotiError BRIDGE_UNAVAILABLE where the host's object is gone or refuses
   */
  send(text: string): void;
  /** Hands on whatever comes, unread, until the returned function is called. */
  subscribe(listener: (message: string | Uint8Array) => void): () => void;
  /** Lets go of listeners and ports; idempotent. What comes later finds nobody. */
  close(): void;
}
