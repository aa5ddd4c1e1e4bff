import type { AbortSignalLike } from '@huoti/core';
import type { ConsentRequest, LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { LightSurface } from '../light/LightSurface.js';

/** What a {@link SessionBuilder} is given. */
export interface SessionRequest {
  /** Aborts when the person cancels or the component is unmounted. */
  readonly signal: AbortSignalLike;
  /** From 1; a retry is a new try, with a new plan and nonce. */
  readonly attempt: number;
  /** What the person agreed to; `null` where this component did not ask, or a ground in law stands in the consent's place. */
  readonly consent: ConsentRequest | null;
  /** For lighting the face with the screen, where the plan may: what to colour, and whether the person chose to go without. */
  readonly light: { readonly surface: LightSurface; readonly declined: boolean };
}

/**
 * What a try runs: a session of `@huoti/core` or of `@huoti/client`, or the run of one of the modes of `@huoti/adapter-wechat`,
 * which may have no events.
 */
export interface TrySession {
  run(options: { signal: AbortSignalLike }): Promise<LivenessResult | SessionOutcome>;
  subscribe?(listener: (event: ScreenEvent) => void): () => void;
}

/** Makes one session for one try. */
export type SessionBuilder = (request: SessionRequest) => TrySession | Promise<TrySession>;
