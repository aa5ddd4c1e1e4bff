import type { SubtleLike } from './SubtleLike.js';

/** The host's own WebCrypto; `null` where it has none, as in a mini-program or on a page that is not secure. */
export function hostSubtle(): SubtleLike | null {
  const crypto = Reflect.get(globalThis, 'crypto') as { readonly subtle?: SubtleLike } | undefined;
  return crypto?.subtle ?? null;
}
