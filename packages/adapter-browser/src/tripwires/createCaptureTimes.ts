import type { TripwireReading } from '@huoti/core';

const NAME = 'capture-times';

/** Fewer pictures than this tell nothing: two thirds of a second at 30 a second. */
const MIN_PICTURES = 20;
/** Browsers round times to 0.1 ms, and to 1 ms where they fear timing attacks. */
const CLOCK_SLACK_MS = 1;
/** What happens to a larger share of the pictures than this is no hiccup, in [0, 1]; judgement. */
const MAX_ODD_SHARE = 0.1;

/** What the browser says of one picture's times. */
export interface PictureTimes {
  /** When it was heard of: read from the clock there and then. */
  readonly heardAtMs: number;
  /** When the sensor saw it; `undefined` where the browser does not say. */
  readonly capturedAtMs: number | undefined;
  /** The browser says when it came over a network. */
  readonly received: boolean;
}

/** Counts what no camera does, over all pictures of one. */
export interface CaptureTimes {
  note(picture: PictureTimes): void;
  read(): TripwireReading;
}

/** What {@link createCaptureTimes} takes. */
export interface CaptureTimesOptions {
  /** Whether this browser gives the capture time of each picture of a camera, as Blink does. */
  expected: boolean;
}

/**
 * Looks at the times that the browser gives with each picture (`requestVideoFrameCallback`).
 *
 * Sees: pictures that a canvas made, which have no capture time where a camera's do (Chromium 156, 2026-11-26: 45 of 45 pictures
 * of a canvas without, of the fake cameras none); pictures from a peer connection, which say when they were received; pictures
 * that were captured in the future, or in another order than they are shown.
 * Defeated by: a generator that passes on the time of each picture; a virtual camera, whose pictures the browser stamps itself.
 * Not judged: how regular the times are. Phones stamp at the sensor, to the microsecond, and a page is given them rounded to
 * 0.1 ms: no regularity that can be seen here is beyond a camera.
 * False alarms: none known.
 * Reads: the times of pictures, none of which leaves.
 */
export function createCaptureTimes({ expected }: CaptureTimesOptions): CaptureTimes {
  let count = 0;
  let without = 0;
  let early = 0;
  let backwards = 0;
  let received = 0;
  let lastMs = -Infinity;

  const faultOf = (): string | null => {
    const often = (odd: number): boolean => odd > MAX_ODD_SHARE * count;
    if (often(received)) return 'from-network';
    if (often(early)) return 'from-the-future';
    if (often(backwards)) return 'backwards';
    return expected && often(without) ? 'no-capture-time' : null;
  };

  return {
    note(picture) {
      count += 1;
      if (picture.received) received += 1;
      const { capturedAtMs, heardAtMs } = picture;
      if (capturedAtMs === undefined) {
        without += 1;
        return;
      }
      if (capturedAtMs > heardAtMs + CLOCK_SLACK_MS) early += 1;
      if (capturedAtMs <= lastMs) backwards += 1;
      lastMs = capturedAtMs;
    },
    read() {
      if (count < MIN_PICTURES) return { name: NAME, tripped: null, detail: 'too-few-pictures' };
      const fault = faultOf();
      return { name: NAME, tripped: fault !== null, detail: fault ?? 'as-a-camera' };
    },
  };
}
