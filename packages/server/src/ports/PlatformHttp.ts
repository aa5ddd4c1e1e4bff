/** One call of a platform's server interface. Which host it goes to is the port's own and fixed. */
export interface PlatformHttpRequest {
  /** From the root, without a query. */
  readonly path: string;
  /** Holds a secret: it is never logged. */
  readonly query: Readonly<Record<string, string>>;
  /** JSON. Holds a person's identity: it is never logged. */
  readonly body: string;
}

/** What came of it. */
export type PlatformHttpAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  /** Not sent, not answered, too late or too long; `why` in a few words. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Posts it, once. Whoever implements this speaks TLS to the one host of the platform, follows no redirect, reads a limited number of
 * bytes and gives up after some seconds.
 *
 * @throws HuotiError ABORTED where `signal` is; nothing else
 */
export type PlatformHttp = (
  request: PlatformHttpRequest,
  options?: { signal?: AbortSignal },
) => Promise<PlatformHttpAnswer>;
