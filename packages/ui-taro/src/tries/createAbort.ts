import type { AbortSignalLike } from '@huoti/core';

/** A signal and what fires it. */
export interface Abort {
  readonly signal: AbortSignalLike;
  /** Fires once; further calls do nothing. */
  abort(): void;
}

/** `AbortController` for a host that may lack it: older mini-programs do. */
export function createAbort(): Abort {
  const listeners = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener(_type, listener) {
        if (!aborted) listeners.add(listener);
      },
      removeEventListener(_type, listener) {
        listeners.delete(listener);
      },
    },
    abort() {
      if (aborted) return;
      aborted = true;
      const told = [...listeners];
      listeners.clear();
      for (const listener of told) listener();
    },
  };
}
