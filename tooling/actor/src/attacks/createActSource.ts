import type { FrameSource, ScreenLight } from '@huoti/core';
import type { ManualClock } from '@huoti/core/testing';
import type { ScreenColour, ScreenNow } from '../lighting/ScreenNow.js';
import type { Act } from './Act.js';

/** What {@link createActSource} takes. */
export interface ActSourceOptions {
  act: Act;
  /** Moved by the source: each frame that is asked for comes at its own time, as fast as it is drawn. */
  clock: ManualClock;
  /** @default 15 */
  fps?: number;
  /** How much a frame's time differs from even, in ms: a camera's clock is not perfect. @default 2 */
  jitterMs?: number;
  /** Uniform in [0, 1): draws the jitter. */
  next: () => number;
}

/** An act behind the contract of a camera, and the screen that it stands before. */
export interface ActSource extends FrameSource {
  readonly light: ScreenLight;
  readonly screen: ScreenNow;
  /** What the screen was told to show, in order. */
  readonly shown: readonly { readonly fromMs: number; readonly colour: ScreenColour }[];
}

/** How old the picture of a screen's colour is on the glass, in ms: one refresh. */
const SCREEN_DELAY_MS = 16;
/** A page around the session's circle, before and after the colours: light grey. */
const PAGE: ScreenColour = [0.82, 0.82, 0.82];

/**
 * A camera before which an act is played, on a clock that it moves itself.
 *
 * @example
 * const source = createActSource({ act, clock, next: random.next });
 * const session = createSession({ source, light: source.light, landmarker, plan, clock, random });
 */
export function createActSource({ act, clock, fps = 15, jitterMs = 2, next }: ActSourceOptions): ActSource {
  const shown: { fromMs: number; colour: ScreenColour }[] = [];
  const screen: ScreenNow = {
    colourAt(atMs) {
      for (let at = shown.length - 1; at >= 0; at--) {
        const one = shown[at];
        if (one && one.fromMs <= atMs) return one.colour;
      }
      return PAGE;
    },
  };
  const kind = act.kind ?? 'camera';
  const picture = {
    data: new Uint8ClampedArray(act.widthPx * act.heightPx * 4),
    widthPx: act.widthPx,
    heightPx: act.heightPx,
  };
  let index = 0;
  return {
    specificationVersion: 'v1',
    kind,
    screen,
    shown,
    light: {
      specificationVersion: 'v1',
      show: async (colour, { signal } = {}) => {
        const fromMs = clock.nowMs() + SCREEN_DELAY_MS;
        shown.push({ fromMs, colour });
        await clock.sleep(SCREEN_DELAY_MS, signal ? { signal } : {});
        return fromMs;
      },
      close: () => {
        shown.push({ fromMs: clock.nowMs(), colour: PAGE });
        return Promise.resolve();
      },
    },
    open: () =>
      Promise.resolve({
        kind,
        warnings: [],
        mirroringKnown: true,
        droppedFrameCount: 0,
        nextFrame: async () => {
          index += 1;
          const timestampMs = Math.round((index * 1000) / fps + (next() - 0.5) * 2 * jitterMs);
          clock.advanceTo(timestampMs);
          // What waits for the clock goes on before the frame is taken.
          await new Promise((resolve) => setImmediate(resolve));
          act.drawAt(timestampMs, screen, picture);
          return {
            ...picture,
            rotationDegrees: 0 as const,
            mirrored: false,
            timestampMs,
            close: () => undefined,
          };
        },
        close: () => Promise.resolve(),
      }),
  };
}
