import { abortedError, createAbortSource, type Clock, type ScreenLight } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { withAbort } from '../host/withAbort.js';
import { within } from '../host/within.js';
import type { MiniProgramApi } from '../platform/MiniProgramApi.js';
import { createBrightScreen } from './createBrightScreen.js';
import type { MiniProgramLightSurface } from './MiniProgramLightSurface.js';

/** A view layer that takes no colour for this long, in ms, is not on a screen: core waits 1.5 s in all. */
export const MAX_PAINT_MS = 1000;

/** What {@link createMiniProgramScreenLight} takes. */
export interface MiniProgramScreenLightOptions {
  readonly api: Pick<MiniProgramApi, 'getScreenBrightness' | 'setScreenBrightness' | 'setKeepScreenOn'>;
  /** What is coloured: the page's own full-screen view. */
  readonly surface: MiniProgramLightSurface;
  /** The session's clock. */
  readonly clock: Clock;
}

/**
 * Lights the face with the page. While a colour is shown the screen is as bright as it can be and does not dim; `close` puts back what
 * was there, on every path. A brightness that can't be read is left as it is, since it could not be put back.
 *
 * `show` resolves with the time at which the view layer had taken the colour. What no mini-program can know comes on top: its drawing
 * and the display's own delay, which whoever compares it with the camera has to allow for.
 *
 * @example
 * const light = createMiniProgramScreenLight({ api: wx, surface, clock });
 * const onGlassMs = await light.show([0, 0.5, 1], { signal });
 * await light.close();
 */
export function createMiniProgramScreenLight({
  api,
  surface,
  clock,
}: MiniProgramScreenLightOptions): ScreenLight {
  const bright = createBrightScreen({ api, clock });
  const ending = createAbortSource();
  let closed = false;
  let busy = false;
  let dark = true;

  const paint = (colour: Parameters<MiniProgramLightSurface['paint']>[0]): Promise<void> =>
    within(
      // A page that throws instead of rejecting is answered alike.
      Promise.resolve().then(() => surface.paint(colour)),
      {
        clock,
        limitMs: MAX_PAINT_MS,
        late: () =>
          new HuotiError('HOST_ERROR', 'the page is not drawn: the screen can not light the face', {
            retryable: true,
          }),
      },
    ).catch((error: unknown) => {
      if (isHuotiError(error)) throw error;
      throw new HuotiError('HOST_ERROR', 'the page could not draw the colour', {
        cause: error,
        retryable: true,
      });
    });

  return {
    specificationVersion: 'v1',
    async show(colour, { signal } = {}) {
      if (signal?.aborted) throw abortedError(signal);
      if (closed) throw new HuotiError('DISPOSED', 'the screen was given back: make a new light');
      if (busy) throw new HuotiError('BUSY', 'one colour at a time: wait for the pending one');
      if (colour.length !== 3 || !colour.every((component) => component >= 0 && component <= 1)) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          `a colour has three components in [0, 1], got ${colour.join()}`,
        );
      }
      busy = true;
      const wait = createAbortSource(signal);
      const onClose = (): void => wait.abort();
      ending.signal.addEventListener('abort', onClose);
      const work = async (): Promise<number> => {
        await bright.raise();
        if (wait.signal.aborted) throw abortedError(wait.signal);
        dark = false;
        await paint(colour);
        return clock.nowMs();
      };
      const shown = work();
      try {
        return await withAbort(shown, wait.signal);
      } catch (error) {
        if (signal?.aborted) throw abortedError(signal);
        if (closed) throw new HuotiError('DISPOSED', 'the screen was given back');
        throw error;
      } finally {
        busy = false;
        ending.signal.removeEventListener('abort', onClose);
        wait.detach();
      }
    },
    async close() {
      closed = true;
      ending.abort();
      // The brightness goes back first: it must not wait for a page that draws no more. A failure is told, and tried again when asked.
      await bright.restore();
      if (dark) return;
      await paint(null);
      dark = true;
    },
  };
}
