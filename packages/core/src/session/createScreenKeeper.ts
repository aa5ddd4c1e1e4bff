import { HuotiError } from '@huoti/protocol';
import type { AbortSignalLike } from '../host/AbortSignalLike.js';
import type { Clock } from '../host/Clock.js';
import type { Logger } from '../host/Logger.js';
import type { ScreenLight } from '../host/ScreenLight.js';
import type { SessionEffect } from './machine/SessionEffect.js';

/** A colour that is to be shown. */
export type WantedLight = Extract<SessionEffect, { type: 'show-light' }>;

/** A colour that is on the glass. */
export interface ShownLight {
  readonly stage: number;
  readonly attempt: number;
  /** Whole ms on the session's clock. */
  readonly shownAtMs: number;
}

/** Performs what a session wants of the screen, and gives it back whatever happens. */
export interface ScreenKeeper {
  /** Settles when {@link take} has something new; `null` while nothing was asked. */
  readonly pending: Promise<undefined> | null;
  /** @param notBeforeMs of the last judged frame: no colour was shown before it was asked for */
  show(wanted: WantedLight, notBeforeMs: number): void;
  /**
   * The colour that has come onto the glass since the last call; `null` without one.
   *
   * @throws what the screen threw
   */
  take(): ShownLight | null;
  /** Gives the screen back for good; idempotent. Rejects where the screen does. */
  close(): Promise<void>;
}

/** @throws HuotiError PLAN_INVALID, by `show`, where there is no screen to light the face with */
export function createScreenKeeper({
  light,
  clock,
  signal,
  logger,
}: {
  light: ScreenLight | null;
  clock: Clock;
  signal: AbortSignalLike;
  logger: Logger;
}): ScreenKeeper {
  let pending: Promise<undefined> | null = null;
  let answer: { readonly shown: ShownLight } | { readonly error: unknown } | null = null;
  let closing: Promise<void> | null = null;

  return {
    get pending() {
      return pending;
    },
    show({ stage, attempt, colour }, notBeforeMs) {
      if (!light) {
        throw new HuotiError(
          'PLAN_INVALID',
          'the plan lights the face and the session has no screen for it: plan with light unavailable, or give it a light',
        );
      }
      pending = light.show(colour, { signal }).then(
        (glassMs) => {
          // Colours come onto the glass after they were asked for, and not later than they are told of.
          const shownAtMs = Math.max(Math.floor(notBeforeMs), Math.floor(Math.min(glassMs, clock.nowMs())));
          answer =
            shownAtMs === shownAtMs
              ? { shown: { stage, attempt, shownAtMs } }
              : {
                  error: new HuotiError(
                    'HOST_ERROR',
                    `the screen light gave ${glassMs} as the time of a colour`,
                  ),
                };
          return undefined;
        },
        (error: unknown) => {
          answer = { error };
          return undefined;
        },
      );
    },
    take() {
      const got = answer;
      if (!got) return null;
      answer = null;
      pending = null;
      if ('error' in got) throw got.error;
      return got.shown;
    },
    close() {
      if (!light) return Promise.resolve();
      const giveBack = (): Promise<void> => {
        // A host that throws instead of rejecting is answered alike.
        const done = Promise.resolve().then(() => light.close());
        // A failure is told to whoever waits for it; the next call tries again.
        done.catch((error: unknown) => {
          closing = null;
          logger.warn('the screen was not given back', { error: String(error) });
        });
        return done;
      };
      closing ??= giveBack();
      return closing;
    },
  };
}
