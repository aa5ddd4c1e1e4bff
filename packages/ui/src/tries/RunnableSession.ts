import type { AbortSignalLike } from '@huoti/core';
import type { LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '../screen/ScreenEvent.js';

/**
 * What a try runs: a session of `@huoti/core`, which ends with a result, one of `@huoti/client`, which ends with what a server lets a
 * client know, or anything else with such a run; it may have no events.
 */
export interface RunnableSession<Signal extends AbortSignalLike = AbortSignalLike> {
  run(options: { signal: Signal }): Promise<LivenessResult | SessionOutcome>;
  subscribe?(listener: (event: ScreenEvent) => void): () => void;
}
