/** Which page a message comes from, by the platform's word and never by the message's. */
export interface BridgeSender {
  /** Scheme, host and port. `null` where the platform can't tell, or says `null` (a file, a sandboxed frame). */
  readonly origin: string | null;
  /** Whether it is the view's own page and no frame in it. `null` where the platform can't tell. */
  readonly isMainFrame: boolean | null;
}

/** How text gets to a page and back, at the app's side. `createLoopback().host` is one. */
export interface BridgeHostTransport {
  /**
   * Sends one text to the main frame, and to no other. Where a script carries it: as a string literal, made by the platform or by
   * `JSON.stringify`, in `huotiBridge.receive(...)`.
   *
   * @throws HuotiError BRIDGE_UNAVAILABLE where the view is gone
   */
  send(text: string): void;
  /** Sends bytes as bytes. Left out where the bridge carries text alone. */
  sendBytes?(bytes: Uint8Array): void;
  /**
   * Hands on whatever comes, unread, until the returned function is called. Without a sender the platform can't tell who it was.
   */
  subscribe(listener: (message: string | Uint8Array, sender?: BridgeSender) => void): () => void;
}
