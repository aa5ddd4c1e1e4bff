import type { ConsentRequest } from '@huoti/protocol';

let left: ConsentRequest | null = null;

/** From the page that asks to the page of the check, in memory: a link into the mini-program can't say that somebody agreed. */
export const agreement = {
  leave(consent: ConsentRequest): void {
    left = consent;
  },
  /** Taken once: whoever comes again is asked again. */
  take(): ConsentRequest | null {
    const taken = left;
    left = null;
    return taken;
  },
};
