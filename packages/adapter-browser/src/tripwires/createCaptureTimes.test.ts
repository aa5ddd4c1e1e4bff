import { describe, expect, it } from '@jest/globals';
import { createCaptureTimes, type PictureTimes } from './createCaptureTimes.js';

/** Thirty pictures, each heard of 12 ms after it was captured, changed as the test says. */
const seen = (
  change: (picture: PictureTimes, index: number) => Partial<PictureTimes>,
  expected = true,
  count = 30,
) => {
  const times = createCaptureTimes({ expected });
  for (let index = 0; index < count; index += 1) {
    const capturedAtMs = 1000 + index * 33.3;
    const picture = { capturedAtMs, heardAtMs: capturedAtMs + 12, received: false };
    times.note({ ...picture, ...change(picture, index) });
  }
  return times.read();
};

describe('createCaptureTimes', () => {
  it.each([
    ['usual pictures', seen(() => ({}))],
    [
      'pictures without a capture time, where the browser gives none',
      seen(() => ({ capturedAtMs: undefined }), false),
    ],
    [
      'clocks that are rounded against each other',
      seen(({ capturedAtMs = 0 }) => ({ heardAtMs: capturedAtMs - 0.9 })),
    ],
    ['one picture out of order', seen((_picture, index) => (index === 7 ? { capturedAtMs: 0 } : {}))],
  ])('%s are as a camera', (_what, reading) => {
    expect(reading).toEqual({ name: 'capture-times', tripped: false, detail: 'as-a-camera' });
  });

  it.each([
    // A canvas has no sensor that could have seen the picture.
    ['pictures without a capture time', () => ({ capturedAtMs: undefined }), 'no-capture-time'],
    // A stream that was sent to the page by another machine, or by another part of itself.
    ['pictures from a network', () => ({ received: true }), 'from-network'],
    // A generator whose author counts from a clock of their own.
    [
      'pictures of the future',
      ({ heardAtMs }: PictureTimes) => ({ capturedAtMs: heardAtMs + 50 }),
      'from-the-future',
    ],
    ['one picture over and over', () => ({ capturedAtMs: 1000 }), 'backwards'],
  ] as const)('%s trip it', (_what, change, detail) => {
    expect(seen(change)).toEqual({ name: 'capture-times', tripped: true, detail });
  });

  it('after few pictures it says that it could not look', () => {
    expect(seen(() => ({ received: true }), true, 19)).toMatchObject({
      tripped: null,
      detail: 'too-few-pictures',
    });
  });
});
