import type { RunningTimer } from './realm/Realm.js';

/** What of a mini-program still lives. */
export interface StillAlive {
  /** Timers that its scripts set, a worker's included. */
  readonly timers: readonly RunningTimer[];
  /** Frame listeners that run. */
  readonly frameListeners: number;
  /** Scripts of workers that have not been ended. */
  readonly workers: readonly string[];
  /** Listeners of the whole app by event: `AppHide`. Frameworks have some of their own from the start. */
  readonly appListeners: Readonly<Record<string, number>>;
  /** Whether something listens to the privacy question. */
  readonly privacyListener: boolean;
  /** URLs of requests without an answer. */
  readonly requests: readonly string[];
  /** Sessions of the vision kit that were not destroyed. */
  readonly visionSessions: number;
}
