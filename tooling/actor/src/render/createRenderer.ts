import type { Texture } from '../geometry/Surface.js';
import type { Subject } from '../createSubject.js';
import { at } from '../random/numbers.js';
import { blurCanvas } from './blurCanvas.js';
import { PHONE_CAMERA, type Camera } from './Camera.js';
import { createCanvas, NOTHING, type Canvas } from './Canvas.js';
import { createDeveloper } from './develop.js';
import { drawSurface } from './drawSurface.js';
import { DAYLIGHT, ROOM_DEPTH_CM, SCREEN_REFERENCE_CM, SCREEN_STRENGTH, type Lighting } from './Lighting.js';
import { lightVertices } from './lightVertices.js';
import { paintRoom } from './paintRoom.js';
import { SRGB_TO_LINEAR } from './srgbToLinear.js';
import { placeVertices } from './placeVertices.js';
import type { RoomName } from './rooms.js';
import type { SubjectPose } from './SubjectPose.js';

/** What {@link createRenderer} takes. */
export interface RendererOptions {
  /** @default 480 */
  widthPx?: number;
  /** @default 640 */
  heightPx?: number;
  /** @default 'plain' */
  room?: RoomName;
  /** Varies the room. @default 1 */
  seed?: number;
}

/** One picture to render. */
export interface Shot {
  /** Everyone in the picture; none is an empty room. */
  readonly people: readonly { readonly subject: Subject; readonly pose: SubjectPose }[];
  readonly lighting?: Lighting;
  readonly camera?: Camera;
  /** Shift of the room behind, in px: a hand that holds the phone. */
  readonly swayPx?: readonly [number, number];
  /** Varies the camera's noise from frame to frame. */
  readonly noiseSeed?: number;
}

/** Renders people in a room, frame by frame, reusing its memory. */
export interface Renderer {
  readonly widthPx: number;
  readonly heightPx: number;
  /** @param out RGBA8, `widthPx * heightPx * 4`; a new one is made where it is left out */
  render(shot: Shot, out?: Uint8ClampedArray): Uint8ClampedArray;
}

/** Room around the picture for the sway of a hand, in px. */
const MARGIN_PX = 12;

/**
 * Makes a renderer. Same shots, same pictures, on every machine.
 *
 * @example
 * const subject = createSubject({ canonicalFace, persona: PERSONAS[0] });
 * const rgba = createRenderer().render({ people: [{ subject, pose: NEUTRAL_POSE }] });
 */
export function createRenderer({
  widthPx = 480,
  heightPx = 640,
  room = 'plain',
  seed = 1,
}: RendererOptions = {}): Renderer {
  const canvas = createCanvas(widthPx, heightPx);
  const wall = paintRoom(room, widthPx + 2 * MARGIN_PX, heightPx + 2 * MARGIN_PX, seed);
  const develop = createDeveloper();
  return {
    widthPx,
    heightPx,
    render: (shot, out = new Uint8ClampedArray(widthPx * heightPx * 4)) => {
      const { people, lighting = DAYLIGHT, camera = PHONE_CAMERA, swayPx = [0, 0], noiseSeed = 0 } = shot;
      const nearest = people.reduce((least, { pose }) => Math.min(least, pose.distanceCm), 50);
      hangWall(canvas, wall, lighting, nearest, swayPx);
      canvas.depth.fill(NOTHING);
      const focalPx = camera.focalRatio * Math.max(widthPx, heightPx);
      for (const { subject, pose } of people) {
        for (const [surface, vertices] of subject.parts) {
          placeVertices(surface, pose, { widthPx, heightPx, focalPx }, vertices);
          lightVertices(surface, lighting, pose.distanceCm, vertices);
          drawSurface(surface, vertices, canvas);
        }
      }
      if (camera.blurPx > 0) blurCanvas(canvas, camera.blurPx);
      develop(canvas, camera, noiseSeed, out);
      return out;
    },
  };
}

function hangWall(
  canvas: Canvas,
  wall: Texture,
  lighting: Lighting,
  distanceCm: number,
  sway: readonly [number, number],
): void {
  const falloff = SCREEN_STRENGTH * (SCREEN_REFERENCE_CM / (distanceCm + ROOM_DEPTH_CM)) ** 2;
  const [red, green, blue] = [0, 1, 2].map(
    (c) =>
      lighting.room * (at(lighting.ambient, c) + 0.6 * at(lighting.key, c)) +
      Math.pow(at(lighting.screen, c), 2.2) * falloff,
  ) as [number, number, number];
  const left = MARGIN_PX + Math.max(-MARGIN_PX, Math.min(MARGIN_PX, Math.round(sway[0])));
  const top = MARGIN_PX + Math.max(-MARGIN_PX, Math.min(MARGIN_PX, Math.round(sway[1])));
  const { light, widthPx, heightPx } = canvas;
  const { data } = wall;
  for (let y = 0, o = 0; y < heightPx; y++) {
    let q = ((y + top) * wall.widthPx + left) * 4;
    for (let x = 0; x < widthPx; x++, o += 3, q += 4) {
      light[o] = (SRGB_TO_LINEAR[data[q] as number] as number) * red;
      light[o + 1] = (SRGB_TO_LINEAR[data[q + 1] as number] as number) * green;
      light[o + 2] = (SRGB_TO_LINEAR[data[q + 2] as number] as number) * blue;
    }
  }
}
