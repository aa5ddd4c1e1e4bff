import { abs, hypot, max, sqrt } from '../random/maths.js';
import { at, bell, clamp, smoothstep } from '../random/numbers.js';
import { EYES, FACE_REGIONS, type EyeRegion } from './faceRegions.js';
import type { MorphName } from './Surface.js';

/** How far the lower lip drops at full opening, in cm. */
export const JAW_DROP_CM = 3.1;
/** Share of the way to the lower lid that the upper lid goes at a full blink; the rest is the lower lid's. */
const UPPER_LID_SHARE = 0.9;

/**
 * How every point of a shaped face moves at full amplitude of each movement, in cm.
 *
 * @param face x y z of the 468 points
 */
export function faceMorphs(face: Float32Array): Record<MorphName, Float32Array> {
  const empty = (): Float32Array => new Float32Array(face.length);
  const morphs = { blink: empty(), mouthOpen: empty(), smile: empty(), browRaise: empty() };
  for (const eye of EYES) addBlink(face, eye, morphs.blink);
  addJaw(face, morphs.mouthOpen);
  addSmile(face, morphs.smile);
  for (let o = 0; o < face.length; o += 3) {
    const y = at(face, o + 1);
    morphs.browRaise[o + 1] = 0.7 * bell(y - 5, 1.1) * bell(abs(at(face, o)) - 3, 2.4);
  }
  return morphs;
}

function addBlink(face: Float32Array, eye: EyeRegion, blink: Float32Array): void {
  const middleZ = at(face, (eye.upper[3] ?? 0) * 3 + 2);
  eye.upper.forEach((upper, index) => {
    const lower = eye.lower[index] ?? upper;
    const gap = at(face, upper * 3 + 1) - at(face, lower * 3 + 1);
    const drop = gap * UPPER_LID_SHARE;
    blink[upper * 3 + 1] = -drop;
    blink[upper * 3 + 2] = (at(face, lower * 3 + 2) - at(face, upper * 3 + 2)) * UPPER_LID_SHARE + 0.08;
    blink[lower * 3 + 1] = gap * (1 - UPPER_LID_SHARE) * 0.9;
    const fold = eye.fold[index];
    if (fold !== undefined) {
      blink[fold * 3 + 1] = -drop * 0.42;
      blink[fold * 3 + 2] = middleZ > 0 ? 0.05 : 0;
    }
    const under = eye.underBrow[index];
    if (under !== undefined) blink[under * 3 + 1] = -drop * 0.1;
  });
}

function addJaw(face: Float32Array, mouthOpen: Float32Array): void {
  const upper = new Set<number>(FACE_REGIONS.upperLip);
  const lower = new Set<number>(FACE_REGIONS.lowerLip);
  const lipLine = (at(face, 13 * 3 + 1) + at(face, 14 * 3 + 1)) / 2;
  const [cornerX] = [abs(at(face, 61 * 3))];
  for (let point = 0; point < face.length / 3; point++) {
    if (upper.has(point)) continue;
    const x = abs(at(face, point * 3));
    const y = at(face, point * 3 + 1);
    const z = at(face, point * 3 + 2);
    const below = lipLine - y;
    const lip = lower.has(point);
    if (below <= 0 && !lip) continue;
    // The jaw as a whole goes down; beside the mouth the cheek stretches between what stays and what goes.
    const across = lip
      ? sqrt(clamp(1 - (x / (cornerX * 1.02)) ** 2, 0, 1))
      : 1 - smoothstep(2.6, 7.6, x) * 0.8;
    const down = lip ? 0.86 : smoothstep(-0.4, 2.4, below + max(0, 2.2 - x) * 0.5);
    const weight = across * down * smoothstep(-3, 3, z);
    mouthOpen[point * 3] = -Math.sign(at(face, point * 3)) * 0.12 * weight;
    mouthOpen[point * 3 + 1] = -JAW_DROP_CM * weight;
    mouthOpen[point * 3 + 2] = -0.75 * weight;
  }
}

function addSmile(face: Float32Array, smile: Float32Array): void {
  for (const side of [0, 1] as const) {
    const corner = FACE_REGIONS.mouthCorners[side][0];
    const cx = at(face, corner * 3);
    const cy = at(face, corner * 3 + 1);
    const outwards = Math.sign(cx);
    for (let point = 0; point < face.length / 3; point++) {
      const x = at(face, point * 3);
      const y = at(face, point * 3 + 1);
      if (x * outwards < -0.1) continue;
      const o = point * 3;
      const pull = bell(hypot(x - cx, (y - cy) * 1.2), 1.25);
      const cheek = bell(hypot(x - cx - outwards * 1.6, y - cy - 2.4), 1.4);
      smile[o] = at(smile, o) + outwards * (0.55 * pull + 0.12 * cheek);
      smile[o + 1] = at(smile, o + 1) + 0.5 * pull + 0.28 * cheek;
      smile[o + 2] = at(smile, o + 2) - 0.3 * pull + 0.25 * cheek;
    }
  }
}
