import type { AbortSignalLike } from '@huoti/core';

/** One request. Its answer is read whole, up to `maxBytes`. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Absolute. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** A longer answer is given up, in bytes. */
  readonly maxBytes: number;
  readonly signal: AbortSignalLike;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** `null` where the header is missing, or hidden by CORS. */
  header(name: string): string | null;
  readonly body: Uint8Array;
}

/**
 * How requests leave the device: `fetch` in a page, the host's own call in a mini-program. It follows no redirect, sends no
 * cookie, caches nothing and tries nothing twice.
 */
export interface HttpTransport {
  /**
   * @throws HuotiError NETWORK_FAILED (retryable) where no answer came; PROTOCOL_MALFORMED for an answer over `maxBytes`;
   * ABORTED
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}
