import type { Action } from '@huoti/protocol';
import { createFlatMotion, type FlatMotionOptions } from './createFlatMotion.js';
import type { Act } from '../Act.js';
import { answerPrompts } from '../answerPrompts.js';
import type { Cast } from '../Cast.js';
import { createBackdrop } from './createBackdrop.js';
import { createFlatObject } from './createFlatObject.js';
import { faceCut } from './faceCut.js';
import { printPicture } from './printPicture.js';
import { drawMesh } from '../../pixels/drawMesh.js';

/** How a print is moved. */
export interface PrintOptions extends Omit<FlatMotionOptions, 'random' | 'distanceCm'> {
  /** Angle of view over the picture's height, in radians. @default drawn from 50 to 70 degrees */
  fieldOfView?: number;
}

/** Share of the frame's width that the printed face takes. */
const LEAST_FACE = 0.34;
const MOST_FACE = 0.46;

/** A printed photo of the person, held before the camera: a flat sheet that scatters the screen's light evenly. */
export function createPrintAct(
  { still, light, random }: Pick<Cast, 'still' | 'light' | 'random'>,
  { fieldOfView = random.between(0.87, 1.22), ...motionOptions }: PrintOptions,
): Act {
  const { widthPx, heightPx } = still.picture;
  const focalPx = heightPx / 2 / Math.tan(fieldOfView / 2);
  const cut = faceCut(still, random.between(1.5, 2.6));
  const faceCm = random.between(9, 16);
  const cmPerPx = faceCm / cut.faceWidthPx;
  const distanceCm = (focalPx * faceCm) / (random.between(LEAST_FACE, MOST_FACE) * widthPx);
  const sheet = createFlatObject({
    kind: 'paper',
    widthCm: cut.texture.widthPx * cmPerPx,
    heightCm: cut.texture.heightPx * cmPerPx,
    texture: cut.texture,
    widthPx,
    heightPx,
    focalPx,
  });
  const motion = createFlatMotion({ ...motionOptions, random, distanceCm });
  const print = printPicture(still.picture, random);
  const backdrop = createBackdrop(widthPx, heightPx, random);
  const backgroundCm = distanceCm + random.between(40, 250);
  // The face's middle stands before the camera, wherever it is on the sheet.
  const offXCm = cut.offXPx * cmPerPx;
  const offYCm = cut.offYPx * cmPerPx;
  return {
    widthPx,
    heightPx,
    actions: triesOf(motionOptions),
    follow: (session) => answerPrompts(session, motion.perform),
    drawAt(atMs, screen, out) {
      const pose = motion.poseAt(atMs);
      const { surface, mesh } = sheet.place({
        ...pose,
        xCm: pose.xCm - offXCm * Math.cos(pose.yaw),
        yCm: pose.yCm - offYCm * Math.cos(pose.pitch),
      });
      out.data.set(backdrop.data);
      drawMesh(mesh, print, out);
      light.light(out, { surfaces: [surface], backgroundCm }, atMs, screen);
    },
  };
}

/** What a hand that moves a sheet may be taken for; a tilt up and down is taken for no nod. */
function triesOf({ turnRadians, approaches }: PrintOptions): readonly Action[] {
  return [
    ...(turnRadians > 0 ? (['turn-left', 'turn-right'] as const) : []),
    ...(approaches ? (['approach'] as const) : []),
  ];
}
