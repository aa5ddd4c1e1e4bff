import type { FrameSource, Session } from '@huoti/core';
import type { LivenessPlan, SessionPolicy } from '@huoti/protocol';

/** What a {@link SessionBuilder} is given. */
export interface SessionRequest {
  /** Aborts when the person cancels or the element leaves the page. */
  readonly signal: AbortSignal;
  /** From 1; a retry is a new try, with a new plan and nonce. */
  readonly attempt: number;
  /**
   * Give the session this instead of your source, and the person sees the pictures that it judges.
   *
   * @example createSession({ source: watch(createCameraSource()), landmarker, plan, clock, random })
   */
  watch(source: FrameSource): FrameSource;
}

/** Makes one session for one try. */
export type SessionBuilder = (request: SessionRequest) => Session | Promise<Session>;

/**
 * A plan, or what makes one. A plan is good for one try: where people may try again, give a function that makes a new
 * one each time.
 */
export type PlanSetting =
  | LivenessPlan
  | ((policy: SessionPolicy | null) => LivenessPlan | Promise<LivenessPlan>);
