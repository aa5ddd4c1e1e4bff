import { abs, hypot } from '../random/maths.js';
import type { HeadShape } from '../personas/Persona.js';
import { at, bell, smoothstep } from '../random/numbers.js';
import type { CanonicalFace } from './CanonicalFace.js';
import { EYES } from './faceRegions.js';

/** Height of the eye line, of the nose tip and of the mouth line on the canonical face, in cm. */
const EYE_Y = 2.63;
const NOSE_TIP_Y = -1.5;
const MOUTH_Y = -4.35;

/**
 * The canonical face bent into a person's own: smooth fields that widen, lengthen or swell its parts.
 *
 * @returns x y z of each point, in cm
 */
export function shapeFace(face: CanonicalFace, shape: HeadShape): Float32Array {
  const out = Float32Array.from(face.positions);
  const middle = eyeMiddles(face);
  for (let o = 0; o < out.length; o += 3) {
    let x = at(out, o);
    let y = at(out, o + 1);
    let z = at(out, o + 2);
    const side = x < 0 ? -1 : 1;

    const nose = bell(x, 1.5) * bell(y - NOSE_TIP_Y + 0.4, 1.7) * smoothstep(4.2, 6, z);
    x *= 1 + (shape.noseWidth - 1) * nose;
    z += (shape.noseHeight - 1) * 2.4 * nose;
    y -= (shape.noseLength - 1) * 3 * nose;

    const eye = middle[side < 0 ? 0 : 1];
    if (eye) {
      const near = bell(hypot(x - eye[0], (y - eye[1]) * 1.3), 1.25);
      y = eye[1] + (y - eye[1]) * (1 + (shape.eyeSize * shape.eyeOpening - 1) * near);
      y += shape.eyeSlant * near * ((x - eye[0]) * side) * 0.6;
      x = eye[0] + (x - eye[0]) * (1 + (shape.eyeSize - 1) * near) + side * (shape.eyeSpacing - 1) * 3 * near;
    }
    y += (shape.browHeight - 1) * 2 * bell(y - 5, 0.9) * bell(abs(x) - 3, 2.4);

    const mouth = bell(y - MOUTH_Y, 0.9) * bell(x, 2.4) * smoothstep(2.5, 4, z);
    y = MOUTH_Y + (y - MOUTH_Y) * (1 + (shape.lipFullness - 1) * mouth);
    z += (shape.lipFullness - 1) * 0.5 * mouth;
    x *= 1 + (shape.mouthWidth - 1) * bell(y - MOUTH_Y, 1.1) * bell(abs(x) - 2.2, 1.2);

    const cheek = bell(abs(x) - 4.6, 1.8) * bell(y + 2.2, 2.6);
    x += side * (shape.cheekFullness - 1) * 2 * cheek;
    z += (shape.cheekFullness - 1) * 1.8 * cheek;

    x *= 1 + (shape.jawWidth - 1) * smoothstep(-1.5, -7, y);
    y -= (shape.chinLength - 1) * 4 * smoothstep(-6, -9.4, y);
    if (y < EYE_Y) y = EYE_Y + (y - EYE_Y) * shape.length;
    out[o] = x * shape.width;
    out[o + 1] = y;
    out[o + 2] = z;
  }
  return out;
}

function eyeMiddles(face: CanonicalFace): (readonly [number, number])[] {
  return EYES.map(({ outer, inner }) => [
    (at(face.positions, outer * 3) + at(face.positions, inner * 3)) / 2,
    (at(face.positions, outer * 3 + 1) + at(face.positions, inner * 3 + 1)) / 2,
  ]);
}
