import { abortedError, type AbortSignalLike, type ScreenLight } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment, WakeLock } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import { createViewportLayer } from './createViewportLayer.js';
import type { LightColour, LightSurface } from './LightSurface.js';

/** A page that draws nothing for this long, in ms, is not on a screen: 60 pictures of a usual display. */
export const MAX_PAINT_MS = 1000;

/** What {@link createBrowserScreenLight} takes. */
export interface BrowserScreenLightOptions {
  /** What is coloured. @default a layer over the page */
  surface?: LightSurface;
  /** @default the page */
  environment?: Pick<
    BrowserEnvironment,
    'nowMs' | 'requestFrame' | 'cancelFrame' | 'setTimer' | 'clearTimer' | 'requestWakeLock'
  >;
}

const isColour = (colour: LightColour): boolean =>
  colour.length === 3 && colour.every((component) => component >= 0 && component <= 1);

/**
 * Lights the face with the page's screen. Making it touches nothing; ask {@link lightSupport} whether it may be used.
 *
 * `show` resolves with the page's time at the second repaint after the colour was set. A colour set now is drawn with the next
 * repaint, and the one after that does not begin before the first was handed to the display. What no page can know comes on top:
 * the display's own delay, 10 to 50 ms, which whoever compares it with the camera has to allow for.
 *
 * While a colour is shown the screen is kept from dimming, where the browser can. `close` gives everything back.
 *
 * @example
 * const light = createBrowserScreenLight({ surface });
 * const onGlassMs = await light.show([0, 0.5, 1], { signal });
 * await light.close();
 */
export function createBrowserScreenLight({
  surface = createViewportLayer(),
  environment = pageEnvironment,
}: BrowserScreenLightOptions = {}): ScreenLight {
  let closed = false;
  let wakeLock: Promise<WakeLock | null> | null = null;
  /** Ends the wait of the `show` that is under way. */
  let giveUp: ((error: HuotiError) => void) | null = null;

  const keepAwake = (): void => {
    // Refused on an empty battery, and that is no reason to stop.
    wakeLock ??= Promise.resolve(environment.requestWakeLock()).catch(() => null);
  };

  const untilOnGlass = (signal: AbortSignalLike | undefined): Promise<number> =>
    new Promise((resolve, reject) => {
      let handle: number | null = null;
      let repaints = 0;
      const settle = (): void => {
        if (handle !== null) environment.cancelFrame(handle);
        environment.clearTimer(timer);
        signal?.removeEventListener('abort', onAbort);
        giveUp = null;
      };
      const fail = (error: HuotiError): void => {
        settle();
        reject(error);
      };
      const onAbort = (): void => fail(abortedError(signal));
      const onRepaint = (): void => {
        repaints += 1;
        handle = null;
        if (repaints < 2) {
          handle = environment.requestFrame(onRepaint);
          return;
        }
        settle();
        resolve(environment.nowMs());
      };
      const timer = environment.setTimer(() => {
        fail(
          new HuotiError('HOST_ERROR', 'the page is not drawn: the screen can not light the face', {
            retryable: true,
          }),
        );
      }, MAX_PAINT_MS);
      signal?.addEventListener('abort', onAbort);
      giveUp = fail;
      handle = environment.requestFrame(onRepaint);
    });

  return {
    specificationVersion: 'v1',
    async show(colour, { signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (closed) throw new HuotiError('DISPOSED', 'the screen was given back: make a new light');
      if (giveUp !== null) throw new HuotiError('BUSY', 'one colour at a time: wait for the pending one');
      if (!isColour(colour)) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          `a colour has three components in [0, 1], got ${colour.join()}`,
        );
      }
      keepAwake();
      surface.paint(colour);
      return untilOnGlass(signal);
    },
    async close() {
      if (closed) return;
      closed = true;
      giveUp?.(new HuotiError('DISPOSED', 'the screen was given back'));
      surface.paint(null);
      const held = await wakeLock;
      wakeLock = null;
      await held?.release().catch(() => undefined);
    },
  };
}
