import { HuotiError } from '@huoti/protocol';
import { abortedError } from '../../host/abortedError.js';
import type { Clock } from '../../host/Clock.js';
import type { ScreenLight } from '../../host/ScreenLight.js';
import { createFakeScreen, type ScreenAt, type ScreenColour } from './createFakeScreen.js';

/** What {@link createFakeScreenLight} takes. */
export interface FakeScreenLightOptions {
  clock: Clock;
  /** From a call to the glass, in ms. `Infinity` is a screen that never answers. @default 16 */
  delayMs?: number;
  /** What a call rejects with instead of showing the colour; `null` for a screen that works. @default null */
  failure?: (call: number) => unknown;
  /** What `close` rejects with. @default nothing */
  closeFailure?: () => unknown;
}

/** A screen without one. It keeps what was asked of it. */
export interface FakeScreenLight extends ScreenLight {
  /** Every call of `show`, in order. */
  readonly shown: readonly ScreenColour[];
  readonly closeCount: number;
  /** What is on the glass at a time: for a camera that looks at a face before it. */
  readonly at: ScreenAt;
}

/** A screen light for tests of whatever uses one. */
export function createFakeScreenLight({
  clock,
  delayMs = 16,
  failure = () => null,
  closeFailure = () => null,
}: FakeScreenLightOptions): FakeScreenLight {
  const shown: ScreenColour[] = [];
  const screen = createFakeScreen();
  let closeCount = 0;
  return {
    specificationVersion: 'v1',
    shown,
    get closeCount() {
      return closeCount;
    },
    at: screen.at,
    async show(colour, { signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (closeCount > 0) throw new HuotiError('DISPOSED', 'the screen light is closed: make a new one');
      const error = failure(shown.push(colour) - 1);
      if (error !== null) throw error;
      await clock.sleep(delayMs, { signal });
      screen.show(colour, clock.nowMs());
      return clock.nowMs();
    },
    async close() {
      closeCount += 1;
      screen.close(clock.nowMs());
      const error = closeFailure();
      if (error !== null) throw error;
    },
  };
}
