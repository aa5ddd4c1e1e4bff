import type { RandomSource } from '@huoti/core';

/** `getRandomValues` gives at most this many bytes a call (Web Cryptography API, section 10.1.1). */
const MAX_BYTES_PER_CALL = 65536;

/** What {@link createBrowserRandom} takes. */
export interface BrowserRandomOptions {
  /** @default the page's crypto */
  crypto?: Pick<Crypto, 'getRandomValues'>;
}

/**
 * Cryptographic randomness of the browser. It works on insecure pages too.
 *
 * @example createBrowserRandom().fill(new Uint8Array(16))
 */
export function createBrowserRandom({ crypto = globalThis.crypto }: BrowserRandomOptions = {}): RandomSource {
  return {
    fill(target) {
      for (let at = 0; at < target.length; at += MAX_BYTES_PER_CALL) {
        // Through a buffer of our own, since shared memory is not accepted by every engine.
        const part = new Uint8Array(Math.min(MAX_BYTES_PER_CALL, target.length - at));
        crypto.getRandomValues(part);
        target.set(part, at);
      }
      return target;
    },
  };
}
