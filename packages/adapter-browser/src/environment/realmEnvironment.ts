import type { FetchEnvironment } from '../host/fetchBytes.js';

/** What a page and a worker both have; written out, since a worker has no `window`. Read at the moment of use. */
export const realmEnvironment: FetchEnvironment = {
  fetch: (url, init) => globalThis.fetch(url, init),
  baseUrl: () => (typeof document === 'undefined' ? globalThis.location.href : document.baseURI),
  subtle: () => (globalThis.crypto as Crypto | undefined)?.subtle,
  nowMs: () => performance.now(),
  setTimer: (callback, delayMs) => self.setTimeout(callback, delayMs),
  clearTimer: (handle) => self.clearTimeout(handle),
};
