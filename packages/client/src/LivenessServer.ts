import type { HttpTransport } from './transport/HttpTransport.js';

/** Which session of which server: what your backend got for `POST /v1/sessions` and handed to the page. */
export interface LivenessServer {
  /** Absolute address of the service as a browser reaches it, for example `https://liveness.example.com`. */
  readonly baseUrl: string;
  /**
   * Address that the service knows itself by (its HUOTI_PUBLIC_URL), where a proxy of yours stands before it under another
   * one: proofs are made for this.
   * @default baseUrl
   */
  readonly publicUrl?: string;
  readonly sessionId: string;
  /** Worth nothing without the key that the session makes for itself. */
  readonly clientToken: string;
  /** @default the host's `fetch` */
  readonly transport?: HttpTransport;
}
