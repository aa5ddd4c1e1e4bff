import { HuotiError } from '@huoti/protocol';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';

/** A signal and the way to abort it, for hosts that may lack `AbortController`. */
export interface AbortSource {
  readonly signal: AbortSignalLike;
  abort(reason?: unknown): void;
  /** Stops following the outer signal; idempotent. */
  detach(): void;
}

/**
 * An abort source of core's own, which also follows an outer signal where one is given.
 *
 * @example const inner = createAbortSource(outerSignal); try { await work(inner.signal); } finally { inner.detach(); }
 */
export function createAbortSource(outer?: AbortSignalLike): AbortSource {
  const listeners = new Set<() => void>();
  let aborted = false;
  let reason: unknown;
  const abort = (why?: unknown): void => {
    if (aborted) return;
    aborted = true;
    reason = why ?? new HuotiError('ABORTED', 'the call was aborted');
    for (const listener of Array.from(listeners)) listener();
    listeners.clear();
    detach();
  };
  const follow = (): void => abort(outer?.reason);
  const detach = (): void => outer?.removeEventListener('abort', follow);
  if (outer) {
    if (outer.aborted) abort(outer.reason);
    else outer.addEventListener('abort', follow);
  }
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      get reason() {
        return reason;
      },
      addEventListener: (_type, listener) => {
        if (!aborted) listeners.add(listener);
      },
      removeEventListener: (_type, listener) => {
        listeners.delete(listener);
      },
    },
    abort,
    detach,
  };
}
