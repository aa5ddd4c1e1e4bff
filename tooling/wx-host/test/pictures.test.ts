import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fitPicture, readFrames, turnPicture } from '../src/index.js';
import { realFixtures } from './realFixtures.js';

const fixtures = realFixtures('frames of a recording');

/** A picture whose pixels are numbered by their red value. */
const numbered = (values: readonly number[], widthPx: number) => ({
  data: new Uint8ClampedArray(values.flatMap((value) => [value, 0, 0, 255])),
  widthPx,
  heightPx: values.length / widthPx,
});
const reds = (data: ArrayLike<number>): number[] => Array.from(data).filter((_, at) => at % 4 === 0);

describe('a picture', () => {
  const picture = numbered([1, 2, 3, 4, 5, 6], 3);

  it('is turned clockwise', () => {
    expect(reds(turnPicture(picture, { rotationDegrees: 90 }).data)).toEqual([4, 1, 5, 2, 6, 3]);
    expect(reds(turnPicture(picture, { rotationDegrees: 180 }).data)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(reds(turnPicture(picture, { rotationDegrees: 270 }).data)).toEqual([3, 6, 2, 5, 1, 4]);
  });

  it('is the same after four turns or two mirrorings', () => {
    let turned = turnPicture(picture, { rotationDegrees: 90 });
    expect([turned.widthPx, turned.heightPx]).toEqual([2, 3]);
    for (let left = 3; left > 0; left -= 1) turned = turnPicture(turned, { rotationDegrees: 90 });
    expect(turned).toEqual(picture);
    const mirrored = turnPicture(picture, { mirrored: true });
    expect(reds(mirrored.data)).toEqual([3, 2, 1, 6, 5, 4]);
    expect(turnPicture(mirrored, { mirrored: true })).toEqual(picture);
  });

  it('is turned wherever its bytes start', () => {
    const bytes = new Uint8Array(1 + picture.data.length);
    bytes.set(picture.data, 1);
    const moved = { ...picture, data: bytes.subarray(1) };
    expect(reds(turnPicture(moved, { rotationDegrees: 180 }).data)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('keeps its middle at other proportions, and is itself at its own size', () => {
    const wide = numbered([1, 2, 3, 4, 5, 6, 7, 8], 4);
    expect(reds(fitPicture(wide, { widthPx: 2, heightPx: 2 }).data)).toEqual([2, 3, 6, 7]);
    expect(fitPicture(wide, { widthPx: 4, heightPx: 2 })).toBe(wide);
    expect(reds(fitPicture(numbered([1, 2, 3, 4], 2), { widthPx: 4, heightPx: 4 }).data)).toEqual([
      ...[1, 1, 2, 2, 1, 1, 2, 2],
      ...[3, 3, 4, 4, 3, 3, 4, 4],
    ]);
  });
});

describe('a recording', () => {
  it('that is not there says so', async () => {
    await expect(readFrames({ path: '/nowhere.mp4', widthPx: 8, heightPx: 8 })).rejects.toThrow(
      /\/nowhere\.mp4|install it/,
    );
  });

  if (fixtures !== null) {
    const clip = join(fixtures, 'videos', 'live_a01_headturn.mp4');
    it('gives upright frames in the size that was asked for, each in a buffer of its own', async () => {
      const frames = await readFrames({ path: clip, widthPx: 288, heightPx: 352, fps: 10, maxFrames: 5 });
      expect(frames).toHaveLength(5);
      for (const { data, widthPx, heightPx } of frames) {
        expect([widthPx, heightPx, data.length]).toEqual([288, 352, 288 * 352 * 4]);
      }
      expect(new Set(frames.map(({ data }) => data.buffer)).size).toBe(5);
      const values = frames[0]?.data ?? new Uint8ClampedArray();
      expect(new Set(values).size).toBeGreaterThan(50);
    });
  }
});
