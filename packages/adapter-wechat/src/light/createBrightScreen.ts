import type { Clock } from '@huoti/core';
import { callPlatform } from '../platform/callPlatform.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';

/** How long the first colour waits for the brightness, in ms, in all: core waits 1.5 s for a colour. */
const RAISE_LIMIT_MS = 200;
/** How long putting it back may take, in ms. */
const RESTORE_LIMIT_MS = 1000;

/** What {@link createBrightScreen} takes. */
export interface BrightScreenOptions {
  readonly api: Pick<MiniProgramApi, 'getScreenBrightness' | 'setScreenBrightness' | 'setKeepScreenOn'>;
  readonly clock: Pick<Clock, 'sleep'>;
}

/** The phone's brightness, raised and put back. */
export interface BrightScreen {
  /** Once: as bright as can be, and awake. Never rejects: a platform that can't is done without. */
  raise(): Promise<void>;
  /** Puts back what was there; idempotent, never rejects. */
  restore(): Promise<void>;
}

/** Alipay's name beside the one of the others. */
const levelOf = (answer: unknown): number | null => {
  const { value, brightness } = (answer ?? {}) as { readonly value?: unknown; readonly brightness?: unknown };
  const level = value ?? brightness;
  return typeof level === 'number' && level >= 0 && level <= 1 ? level : null;
};

/** A screen that is as it was. */
export function createBrightScreen({ api, clock }: BrightScreenOptions): BrightScreen {
  let raising: Promise<void> | null = null;
  let restored = false;
  let savedLevel: number | null = null;
  let awake = false;

  const setLevel = (value: number, limitMs: number): Promise<unknown> =>
    callPlatform(
      'setScreenBrightness',
      (handlers) => {
        const options = { value, brightness: value, ...handlers };
        api.setScreenBrightness?.(options);
      },
      { clock, limitMs },
    );
  const keepAwake = (on: boolean, limitMs: number): Promise<unknown> =>
    callPlatform('setKeepScreenOn', (handlers) => api.setKeepScreenOn?.({ keepScreenOn: on, ...handlers }), {
      clock,
      limitMs,
    });
  const brighten = async (): Promise<void> => {
    if (typeof api.setScreenBrightness !== 'function' || typeof api.getScreenBrightness !== 'function')
      return;
    const answer = await callPlatform<unknown>(
      'getScreenBrightness',
      (handlers) => api.getScreenBrightness?.(handlers),
      { clock, limitMs: RAISE_LIMIT_MS },
    );
    const level = levelOf(answer);
    // The light may have been closed meanwhile: nothing is raised then.
    if (level === null || restored) return;
    savedLevel = level;
    await setLevel(1, RAISE_LIMIT_MS);
  };
  const stayAwake = async (): Promise<void> => {
    if (typeof api.setKeepScreenOn !== 'function') return;
    awake = true;
    await keepAwake(true, RAISE_LIMIT_MS);
  };

  return {
    raise() {
      raising ??= Promise.all([brighten(), stayAwake()].map((one) => one.catch(() => undefined))).then(
        () => undefined,
      );
      return raising;
    },
    async restore() {
      if (restored) return;
      restored = true;
      const wishes: Promise<unknown>[] = [];
      if (savedLevel !== null) wishes.push(setLevel(savedLevel, RESTORE_LIMIT_MS));
      if (awake) wishes.push(keepAwake(false, RESTORE_LIMIT_MS));
      await Promise.all(wishes.map((one) => one.catch(() => undefined)));
    },
  };
}
