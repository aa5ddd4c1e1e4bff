import { headPose } from '@huoti/core';
import { drawMesh } from '../pixels/drawMesh.js';
import { fitSimilarity } from '../pixels/fitSimilarity.js';
import type { Act } from './Act.js';
import { answerPrompts } from './answerPrompts.js';
import type { Attack } from './Attack.js';
import type { Cast } from './Cast.js';
import { createFlatObject } from './flat/createFlatObject.js';
import { faceCut } from './flat/faceCut.js';
import { fillEyeHoles } from './fillEyeHoles.js';
import { printPicture } from './flat/printPicture.js';

/** A printed photo worn as a mask, its eyes cut out: the wearer's own eyes blink behind it, and the sheet turns with the head. */
export const cutOutEyes: Attack = {
  name: 'cut-out-eyes',
  needs: 'still-and-other',
  plan: 'own',
  method: 'presented',
  create: createCutOut,
};

/** Width of a grown face between the cheeks, in cm. */
const FACE_CM = 14;

function createCutOut({ still, light, random, other }: Cast): Act {
  const wearer = other();
  const { widthPx, heightPx } = wearer;
  const focalPx = heightPx / 2 / Math.tan(random.between(0.87, 1.22) / 2);
  const cut = faceCut(still, random.between(1.15, 1.7));
  const cmPerPx = FACE_CM / cut.faceWidthPx;
  const sheet = createFlatObject({
    kind: 'paper',
    widthCm: cut.texture.widthPx * cmPerPx,
    heightCm: cut.texture.heightPx * cmPerPx,
    texture: cut.texture,
    widthPx,
    heightPx,
    focalPx,
  });
  const print = printPicture(still.picture, random);
  // A hole lets the room's light in as well as the eyes' own.
  const hole = random.between(1.1, 1.7);
  const bend = random.next() < 0.5 ? 0 : 1 / random.between(10, 25);
  const backgroundCm = random.between(80, 300);
  const behind = { data: new Uint8ClampedArray(widthPx * heightPx * 4), widthPx, heightPx };
  return {
    widthPx,
    heightPx,
    actions: wearer.actions,
    follow: (session) => answerPrompts(session, wearer.perform),
    drawAt(atMs, screen, out) {
      const landmarks = wearer.drawAt(atMs, behind);
      out.data.set(behind.data);
      if (!landmarks) return light.light(out, { surfaces: [], backgroundCm }, atMs, screen);
      const pose = headPose(landmarks);
      const { a, b, x0, y0 } = fitSimilarity(still.landmarks, landmarks);
      // The sheet's middle as the head carries it, and as far away as makes it as large as the head.
      const sheetX = cut.texture.leftPx + cut.texture.widthPx / 2;
      const sheetY = cut.texture.topPx + cut.texture.heightPx / 2;
      const zCm = (focalPx * cmPerPx) / Math.hypot(a, b);
      const { surface, mesh } = sheet.place({
        yaw: pose.yawRadians,
        pitch: -pose.pitchRadians,
        roll: Math.atan2(b, a),
        xCm: ((a * sheetX - b * sheetY + x0 - widthPx / 2) * zCm) / focalPx,
        yCm: ((b * sheetX + a * sheetY + y0 - heightPx / 2) * zCm) / focalPx,
        zCm,
        bend,
      });
      drawMesh(mesh, print, out);
      fillEyeHoles(landmarks, behind, out, hole);
      light.light(out, { surfaces: [surface], backgroundCm }, atMs, screen);
    },
  };
}
