import { createSurface } from '../geometry/createSurface.js';
import { EYES, type EyeRegion } from '../geometry/faceRegions.js';
import { MORPH_NAMES, type MorphName, type Surface, type Texture } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

/** Half the side of the painted eyeball, in cm. */
const HALF_SIDE_CM = 1.9;
/** How far the eyeball lies behind the rim of the lids, in cm. */
const SET_BACK_CM = 0.06;
const IRIS_RADIUS_CM = 0.58;
const TEXTURE_PX = 192;

/** Both eyes: what fills the opening between the lids. The picture on them slides with the gaze. */
export function buildEyes(face: FaceShape, persona: Persona): Surface[] {
  const texture = paintEye(persona);
  return EYES.map((eye, index) =>
    buildEye(face, eye, index === 0 ? 'right-eye' : 'left-eye', persona, texture),
  );
}

function buildEye(
  face: FaceShape,
  eye: EyeRegion,
  name: string,
  persona: Persona,
  texture: Texture,
): Surface {
  const rim = [eye.outer, ...eye.upper, eye.inner, ...eye.lower.slice().reverse()];
  const pick = (from: Float32Array): Float32Array =>
    Float32Array.from(
      rim.flatMap((point) => [at(from, point * 3), at(from, point * 3 + 1), at(from, point * 3 + 2)]),
    );
  const rest = pick(face.positions);
  for (let o = 2; o < rest.length; o += 3) rest[o] = at(rest, o) - SET_BACK_CM;
  const centreX = (at(rest, 0) + at(rest, 8 * 3)) / 2;
  const centreY = (at(rest, 1) + at(rest, 8 * 3 + 1)) / 2 + 0.04;
  const morphs: Partial<Record<MorphName, Float32Array>> = {};
  for (const morph of MORPH_NAMES) morphs[morph] = pick(face.morphs[morph]);
  const scale = persona.shape.eyeSize;
  return createSurface({
    name,
    rest,
    uvs: new Float32Array(rim.length * 2),
    triangles: stripTriangles(centreX < 0),
    texture,
    morphs,
    bends: true,
    wrap: 0.5,
    // The upper lid shades the eyeball.
    openness: Float32Array.from(rim, (_, n) => (n === 0 || n === 8 ? 0.7 : n < 8 ? 0.62 : 1.05)),
    gloss: 0,
    slideUvs: ({ gazeX, gazeY }, positions, uvs) => {
      for (let p = 0; p < rim.length; p++) {
        uvs[p * 2] = 0.5 + (at(positions, p * 3) - centreX - gazeX) / (2 * HALF_SIDE_CM * scale);
        uvs[p * 2 + 1] = 0.5 - (at(positions, p * 3 + 1) - centreY - gazeY) / (2 * HALF_SIDE_CM * scale);
      }
    },
  });
}

/** Cells between the upper row (1 to 7) and the lower one (15 down to 9), corners 0 and 8. */
function stripTriangles(outerIsLeft: boolean): Uint16Array {
  const out: number[] = [];
  for (let column = 0; column < 8; column++) {
    const upper = [column, column + 1];
    const lower = [(16 - column) % 16, 15 - column];
    const [ul = 0, ur = 0] = outerIsLeft ? upper : upper.slice().reverse();
    const [ll = 0, lr = 0] = outerIsLeft ? lower : lower.slice().reverse();
    out.push(ul, ll, ur, ur, ll, lr);
  }
  return Uint16Array.from(out);
}

function paintEye({ iris, seed, age }: Persona): Texture {
  const size = TEXTURE_PX;
  const canvas = new TextureCanvas(size, size, [226 - age * 10, 218 - age * 14, 212 - age * 20]);
  const random = createRandom(seed + 51);
  const middle = size / 2;
  const radius = (IRIS_RADIUS_CM / (2 * HALF_SIDE_CM)) * size;
  for (const side of [-1, 1]) canvas.blob([middle + side * radius * 2.5, middle], 16, [205, 150, 140], 0.4);
  const circle = (r: number): [number, number][] =>
    Array.from({ length: 28 }, (_, n) => [
      middle + r * Math.cos((n * Math.PI) / 14),
      middle + r * Math.sin((n * Math.PI) / 14),
    ]);
  canvas.polygon(circle(radius), shade(iris, 0.42), 1.6, 1);
  canvas.polygon(circle(radius * 0.86), iris, 2, 0.95);
  for (let n = 0; n < 70; n++) {
    const angle = random.between(0, 2 * Math.PI);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const from = radius * random.between(0.4, 0.5);
    const to = radius * random.between(0.65, 0.88);
    canvas.stroke(
      [
        [middle + c * from, middle + s * from],
        [middle + c * to, middle + s * to],
      ],
      0.7,
      shade(iris, random.between(0.8, 1.5)),
      0.3,
    );
  }
  canvas.polygon(circle(radius * 0.42), [9, 8, 8], 1.4, 1);
  canvas.polygon(
    circle(radius * 0.17).map(([x, y]): [number, number] => [x - radius * 0.3, y - radius * 0.36]),
    [255, 255, 255],
    1.2,
    0.95,
  );
  return canvas.finish();
}
