import { FACE_OUTLINE } from '../frame/faceOutline.js';
import { fillPolygon } from '../frame/fillPolygon.js';
import type { Frame } from '../frame/Frame.js';
import type { FaceObservation } from '../vision/FaceObservation.js';

/** Red, green, blue in [0, 255]. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What {@link paintFrame} paints. */
export interface PaintOptions {
  /** @default 480 */
  widthPx?: number;
  /** @default 640 */
  heightPx?: number;
  /** @default [120, 120, 120] */
  background?: Rgb;
  /** Colour of the face at a point of the frame. @default skin with fine and coarse stripes, as sharp as a real face */
  skin?: (x: number, y: number) => Rgb;
  /** Polygons of landmarks painted over the face, in turn. */
  covers?: readonly { readonly landmarks: readonly number[]; readonly colour: Rgb }[];
  /** @default 0 */
  timestampMs?: number;
}

/** Skin colour of a painted face. */
export const SKIN: Rgb = [190, 140, 115];

/** A frame with an observed face painted on a plain ground, for tests: nobody's picture. */
export function paintFrame(
  observation: FaceObservation | null,
  {
    widthPx = 480,
    heightPx = 640,
    background = [120, 120, 120],
    skin = () => SKIN,
    covers = [],
    timestampMs = 0,
  }: PaintOptions = {},
): Frame {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  const layers = new Uint8Array(widthPx * heightPx);
  if (observation !== null) {
    [FACE_OUTLINE, ...covers.map((cover) => cover.landmarks)].forEach((polygon, at) => {
      const xs = Float32Array.from(polygon, (landmark) => observation.landmarks[landmark * 3] ?? 0);
      const ys = Float32Array.from(polygon, (landmark) => observation.landmarks[landmark * 3 + 1] ?? 0);
      fillPolygon(layers, widthPx, heightPx, xs, ys, at + 1);
    });
  }
  for (let i = 0; i < layers.length; i++) {
    const layer = layers[i] ?? 0;
    const cover = covers[layer - 2];
    const colour =
      layer === 0
        ? background
        : layer === 1 || !cover
          ? skin(i % widthPx, Math.floor(i / widthPx))
          : cover.colour;
    data.set([colour[0], colour[1], colour[2], 255], i * 4);
  }
  return {
    data,
    widthPx,
    heightPx,
    rotationDegrees: 0,
    mirrored: false,
    timestampMs,
    close: () => undefined,
  };
}
