import { describe, expect, it } from '@jest/globals';
import { FakeBrowser, standIn } from '../../test/support/fakeBrowser.js';
import { createPictureReader, type QuarterTurn } from './createPictureReader.js';

/** Where a surface puts a pixel of the source: `setTransform` and the drawn size, as the canvas standard has them. */
class DrawnSurface {
  readonly canvas = { width: 0, height: 0 };
  private turn: readonly number[] = [1, 0, 0, 1, 0, 0];
  private size: readonly [number, number] = [0, 0];
  readonly context = {
    setTransform: (...turn: number[]): void => void (this.turn = turn),
    drawImage: (_source: unknown, _x: number, _y: number, width: number, height: number): void =>
      void (this.size = [width, height]),
    getImageData: (_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(width * height * 4),
    }),
  };
  /** Of a point of the source, both sides from 0 to 1. */
  place(across: number, down: number): readonly [number, number] {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = this.turn;
    const [x, y] = [across * this.size[0], down * this.size[1]];
    return [a * x + c * y + e, b * x + d * y + f];
  }
}

const drawn = (
  rotationDegrees: QuarterTurn | undefined,
  { mirrored = false, widthPx = 320, heightPx = 240 } = {},
): DrawnSurface => {
  const surface = new DrawnSurface();
  const reader = createPictureReader({
    environment: {
      createSurface: (width, height) => {
        Object.assign(surface.canvas, { width, height });
        return standIn(surface);
      },
    },
    mirrored,
  });
  reader.draw(standIn<CanvasImageSource>({}), widthPx, heightPx, rotationDegrees);
  return surface;
};

describe('createPictureReader', () => {
  it('without a turn the picture stays as it is', () => {
    const surface = drawn(undefined);
    expect(surface.canvas).toEqual({ width: 320, height: 240 });
    expect(surface.place(0, 0)).toEqual([0, 0]);
    expect(surface.place(1, 1)).toEqual([320, 240]);
  });

  // Turned clockwise by 90 degrees, what was at the top left is at the top right.
  it.each([
    [0, [320, 240], [0, 0], [320, 0]],
    [90, [240, 320], [240, 0], [240, 320]],
    [180, [320, 240], [320, 240], [0, 240]],
    [270, [240, 320], [0, 320], [0, 0]],
  ] as const)('turned by %i degrees it is %p px, its corners %p and %p', (turn, size, topLeft, topRight) => {
    const surface = drawn(turn);
    expect([surface.canvas.width, surface.canvas.height]).toEqual(size);
    expect(surface.place(0, 0)).toEqual(topLeft);
    expect(surface.place(1, 0)).toEqual(topRight);
  });

  it.each([0, 90, 180, 270] as const)(
    'turned by %i degrees a mirrored picture has left and right swapped, once it is upright',
    (turn) => {
      const [plain, mirrored] = [drawn(turn), drawn(turn, { mirrored: true })];
      expect(mirrored.canvas).toEqual(plain.canvas);
      for (const [across, down] of [
        [0, 0],
        [1, 0],
        [0.25, 0.5],
        [1, 1],
      ] as const) {
        const [x, y] = plain.place(across, down);
        expect(mirrored.place(across, down)).toEqual([plain.canvas.width - x, y]);
      }
    },
  );

  it('a picture of 4:3 that lies is scaled by its long side, and fills its surface', () => {
    const surface = drawn(90, { widthPx: 1280, heightPx: 960 });
    expect(surface.canvas).toEqual({ width: 480, height: 640 });
    expect(surface.place(0, 0)).toEqual([480, 0]);
    expect(surface.place(1, 1)).toEqual([0, 640]);
  });

  it('a camera that turns resizes the one surface', () => {
    const browser = new FakeBrowser();
    const reader = createPictureReader({ environment: browser.environment, mirrored: false });
    const source = standIn<CanvasImageSource>({});
    reader.draw(source, 320, 240, 0);
    reader.draw(source, 320, 240, 90);
    expect(browser.surfaces.map(({ canvas }) => canvas)).toEqual([{ width: 240, height: 320 }]);
    expect(reader.read()).toMatchObject({ widthPx: 240, heightPx: 320 });
    reader.dispose();
    expect(browser.liveResourceCount).toBe(0);
    expect(reader.read()).toMatchObject({ widthPx: 0, heightPx: 0 });
  });
});
