import type { FrameSource } from '@huoti/core';
import type {
  ConsentRequest,
  LivenessPlan,
  LivenessResult,
  SessionOutcome,
  SessionPolicy,
} from '@huoti/protocol';
import type { ScreenEvent } from '@huoti/ui';
import type { LightSurface } from './LightSurface.js';

/** What a {@link SessionBuilder} is given. */
export interface SessionRequest {
  /** Aborts when the person cancels or the element leaves the page. */
  readonly signal: AbortSignal;
  /** From 1; a retry is a new try, with a new plan and nonce. */
  readonly attempt: number;
  /**
   * What the person agreed to on the element's own pages, for `createLiveness({ consent })`; `null` where the element asks for none
   * (`consent` is not set), and where a legal ground stands in its place.
   */
  readonly consent: ConsentRequest | null;
  /**
   * Give the session this instead of your source, and the person sees the pictures that it judges.
   *
   * @example createSession({ source: watch(createCameraSource()), landmarker, plan, clock, random })
   */
  watch(source: FrameSource): FrameSource;
  /**
   * For lighting the face with the screen, where the plan may: what to colour, and whether the person chose to go without.
   *
   * @example
   * const light = createBrowserScreenLight({ surface: request.light.surface });
   * const plan = createPlan({ random, policy, light: lightSupport(request.light) });
   */
  readonly light: { readonly surface: LightSurface; readonly declined: boolean };
}

/**
 * What a try runs: a session of `@huoti/core`, which ends with a result, or one of `@huoti/client`, which ends with what a
 * server lets a client know.
 */
export interface TrySession {
  run(options: { signal: AbortSignal }): Promise<LivenessResult | SessionOutcome>;
  subscribe(listener: (event: ScreenEvent) => void): () => void;
}

/** Makes one session for one try. */
export type SessionBuilder = (request: SessionRequest) => TrySession | Promise<TrySession>;

/**
 * A plan, or what makes one. A plan is good for one try: where people may try again, give a function that makes a new
 * one each time.
 */
export type PlanSetting =
  | LivenessPlan
  | ((policy: SessionPolicy | null) => LivenessPlan | Promise<LivenessPlan>);
