import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { assertFrame, MIN_FRAME_SIDE_PX } from './assertFrame.js';
import type { Frame } from './Frame.js';
import { frameGrid } from './FrameGrid.js';

const WIDTH = 20;
const HEIGHT = 30;
/** Red tells the column and green the row of the upright, unmirrored picture, so that no two pixels are alike. */
const colourAt = (x: number, y: number): [number, number, number, number] => [x * 9, y * 7, x + y, 255];

/** The frame that a sensor would give of the upright picture. */
function sensorFrame(rotationDegrees: Frame['rotationDegrees'], mirrored: boolean): Frame {
  const turned = rotationDegrees === 90 || rotationDegrees === 270;
  const widthPx = turned ? HEIGHT : WIDTH;
  const heightPx = turned ? WIDTH : HEIGHT;
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const seenX = mirrored ? WIDTH - 1 - x : x;
      const [sx, sy] = {
        0: [seenX, y],
        90: [y, WIDTH - 1 - seenX],
        180: [WIDTH - 1 - seenX, HEIGHT - 1 - y],
        270: [HEIGHT - 1 - y, seenX],
      }[rotationDegrees] as [number, number];
      data.set(colourAt(x, y), (sy * widthPx + sx) * 4);
    }
  }
  return { data, widthPx, heightPx, rotationDegrees, mirrored, timestampMs: 1, close: () => undefined };
}

describe('a turned or mirrored frame', () => {
  for (const rotation of [0, 90, 180, 270] as const) {
    for (const mirrored of [false, true]) {
      it(`reads upright and unmirrored at ${rotation} degrees${mirrored ? ', mirrored' : ''}`, () => {
        const frame = sensorFrame(rotation, mirrored);
        const { data, origin, stepX, stepY, widthPx, heightPx } = frameGrid(frame);
        expect([widthPx, heightPx]).toEqual([WIDTH, HEIGHT]);
        for (const [x, y] of [
          [0, 0],
          [19, 0],
          [0, 29],
          [7, 23],
        ] as const) {
          const at = origin + x * stepX + y * stepY;
          expect(Array.from(data.subarray(at, at + 4))).toEqual(colourAt(x, y));
        }
      });
    }
  }
});

describe('assertFrame', () => {
  const frame = (change: Partial<Frame>): Frame => ({ ...sensorFrame(0, false), ...change });
  const refused = (change: Partial<Frame>): boolean => {
    try {
      assertFrame(frame(change));
      return false;
    } catch (error) {
      return isHuotiError(error, 'INVALID_ARGUMENT');
    }
  };

  it('takes a whole frame, at the least size too, and one of 8K', () => {
    expect(refused({})).toBe(false);
    const side = MIN_FRAME_SIDE_PX;
    expect(refused({ widthPx: side, heightPx: side, data: new Uint8ClampedArray(side * side * 4) })).toBe(
      false,
    );
    expect(refused({ widthPx: 7680, heightPx: 4320, data: new Uint8ClampedArray(7680 * 4320 * 4) })).toBe(
      false,
    );
  });

  it('refuses a short or long buffer, 1 x 1, a broken size, a turn of 45 degrees and a time that is none', () => {
    const short = new Uint8ClampedArray(WIDTH * HEIGHT * 4 - 1);
    expect(refused({ data: short })).toBe(true);
    expect(refused({ data: new Uint8ClampedArray(WIDTH * HEIGHT * 4 + 4) })).toBe(true);
    expect(refused({ widthPx: 1, heightPx: 1, data: new Uint8ClampedArray(4) })).toBe(true);
    expect(refused({ widthPx: 20.5 })).toBe(true);
    expect(refused({ widthPx: NaN })).toBe(true);
    expect(refused({ widthPx: 1e6, heightPx: 1e6 })).toBe(true);
    expect(refused({ rotationDegrees: 45 as 90 })).toBe(true);
    expect(refused({ timestampMs: NaN })).toBe(true);
  });
});
