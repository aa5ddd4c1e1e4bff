/** One request to an integrator's backend, ready to be sent. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it. */
export type WebhookAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  /** Not sent or not answered; `why` in a few words without an address of the own network, for the operator. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Sends it. Whoever implements this resolves the name, asks `isAllowedTarget` about every address, connects to the very
 * address that was allowed, follows no redirect, and gives up after some seconds.
 */
export type WebhookPost = (
  request: WebhookRequest,
  options?: { signal?: AbortSignal },
) => Promise<WebhookAnswer>;
