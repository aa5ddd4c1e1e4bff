import type { BrowserEnvironment, DrawingSurface } from '../environment/BrowserEnvironment.js';
import type { CapturedPicture } from './createFrameMailbox.js';

/**
 * Longest side of a frame, in px. The detector looks at 128 px and the landmark model at 192 px of face, so a face that
 * fills a third of the frame loses nothing. Measured at 640x480 in Chromium 156 on 2 shared cores, median of 60 frames,
 * 2026-11-23: drawing 1.4 ms, reading back 0.8 ms. Raising it costs both in proportion to the area.
 */
export const MAX_FRAME_SIDE_PX = 640;

/** Clockwise turn that makes a picture upright. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** Keeps one picture of what is shown, and reads its pixels when asked. */
export interface PictureReader {
  /**
   * Copies what the source shows now, turned clockwise to stand upright.
   *
   * @default rotationDegrees 0
   */
  draw(
    source: CanvasImageSource,
    sourceWidthPx: number,
    sourceHeightPx: number,
    rotationDegrees?: QuarterTurn,
  ): void;
  /** The pixels of the last `draw`, in memory of their own. */
  read(): CapturedPicture;
  /** Blackens and frees the surface. */
  dispose(): void;
}

/** As `setTransform` takes it: x' = a x + c y + e, y' = b x + d y + f, in pixels of the upright picture. */
type Turn = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const TURNS: Readonly<Record<QuarterTurn, (widthPx: number, heightPx: number) => Turn>> = {
  0: () => [1, 0, 0, 1, 0, 0],
  90: (widthPx) => [0, 1, -1, 0, widthPx, 0],
  180: (widthPx, heightPx) => [-1, 0, 0, -1, widthPx, heightPx],
  270: (_widthPx, heightPx) => [0, -1, 1, 0, 0, heightPx],
};

/** What {@link createPictureReader} takes. */
export interface PictureReaderOptions {
  environment: Pick<BrowserEnvironment, 'createSurface'>;
  /** Whether the source, once upright, is mirrored, which the frames then are not. */
  mirrored: boolean;
}

/** A reader on one surface, made at the first picture and resized when the source's size changes (a turned phone). */
export function createPictureReader({ environment, mirrored }: PictureReaderOptions): PictureReader {
  let surface: DrawingSurface | null = null;

  const fitted = (sourceWidthPx: number, sourceHeightPx: number): DrawingSurface => {
    const scale = Math.min(1, MAX_FRAME_SIDE_PX / Math.max(sourceWidthPx, sourceHeightPx));
    const widthPx = Math.max(1, Math.round(sourceWidthPx * scale));
    const heightPx = Math.max(1, Math.round(sourceHeightPx * scale));
    surface ??= environment.createSurface(widthPx, heightPx);
    const { canvas } = surface;
    if (canvas.width !== widthPx || canvas.height !== heightPx) {
      canvas.width = widthPx;
      canvas.height = heightPx;
    }
    return surface;
  };

  return {
    draw(source, sourceWidthPx, sourceHeightPx, rotationDegrees = 0) {
      const lies = rotationDegrees === 90 || rotationDegrees === 270;
      const { canvas, context } = lies
        ? fitted(sourceHeightPx, sourceWidthPx)
        : fitted(sourceWidthPx, sourceHeightPx);
      const { width, height } = canvas;
      const [a, b, c, d, e, f] = TURNS[rotationDegrees](width, height);
      // The turn comes first, then left and right are swapped back; taken from 0, so that none of them becomes -0.
      if (mirrored) context.setTransform(0 - a, b, 0 - c, d, width - e, f);
      else context.setTransform(a, b, c, d, e, f);
      context.drawImage(source, 0, 0, lies ? height : width, lies ? width : height);
    },
    read() {
      if (!surface) return { data: new Uint8ClampedArray(0), widthPx: 0, heightPx: 0 };
      const { canvas, context } = surface;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { data, widthPx: canvas.width, heightPx: canvas.height };
    },
    dispose() {
      if (!surface) return;
      // Setting a size clears the pixels; at zero the memory is given back too.
      surface.canvas.width = 0;
      surface.canvas.height = 0;
      surface = null;
    },
  };
}
