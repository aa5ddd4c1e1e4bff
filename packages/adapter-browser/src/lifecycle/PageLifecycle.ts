/** Why the person can no longer be watched. */
export type PageLeaveReason = 'hidden' | 'pagehide' | 'freeze' | 'host';

/** Tells when the page is left. A native app's bridge may give its own. */
export interface PageLifecycle {
  /** Whether the page is out of sight now. */
  isHidden(): boolean;
  /** Listens until the returned function is called. */
  subscribe(onLeave: (reason: PageLeaveReason) => void): () => void;
}
