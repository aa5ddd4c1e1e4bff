import { createSurface } from '../geometry/createSurface.js';
import { computeNormals } from '../geometry/computeNormals.js';
import type { Surface } from '../geometry/Surface.js';
import { beardDensity } from '../paint/beardDensity.js';
import { eachTexel } from '../paint/eachTexel.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

/** How far a beard stands off the skin, in cm. */
const THICKNESS_CM = { none: 0, stubble: 0, moustache: 0.28, goatee: 0.4, full: 0.38 } as const;
const TEXTURE_PX = 320;

/** A beard with body: the lower face once more, lifted off and full of holes. Stubble is only painted. */
export function buildBeard(face: FaceShape, skin: Surface, persona: Persona): Surface[] {
  const { style, colour } = persona.beard;
  const thickness = THICKNESS_CM[style];
  if (thickness === 0) return [];
  const { canonical } = face;
  const density = (point: number): number =>
    beardDensity(
      style,
      at(canonical.positions, point * 3),
      at(canonical.positions, point * 3 + 1),
      at(canonical.positions, point * 3 + 2),
    );
  const normals = new Float32Array(skin.rest.length);
  computeNormals(skin.rest, skin.normalTriangles ?? skin.triangles, skin.weld, normals);
  const rest = Float32Array.from(skin.rest, (value, o) => {
    const point = Math.floor(o / 3);
    return point < 468 ? value + at(normals, o) * thickness * density(point) : value;
  });
  const triangles: number[] = [];
  for (let t = 0; t < skin.triangles.length; t += 3) {
    const corners = [at(skin.triangles, t), at(skin.triangles, t + 1), at(skin.triangles, t + 2)];
    if (corners.some((corner) => density(corner) > 0.02)) triangles.push(...corners);
  }
  const random = createRandom(persona.seed + 111);
  const canvas = new TextureCanvas(TEXTURE_PX, TEXTURE_PX, shade(colour, 0.8), 0);
  canvas.grain(persona.seed + 112, 150, 0.3, 60);
  canvas.grain(persona.seed + 113, 20, 0.15);
  eachTexel(canonical, TEXTURE_PX, (x, y, headX, headY, headZ) => {
    const grown = beardDensity(style, headX, headY, headZ);
    canvas.data[(y * TEXTURE_PX + x) * 4 + 3] = Math.min(1, grown * random.between(0.8, 1.3));
  });
  return [
    createSurface({
      ...skin,
      name: 'beard',
      rest,
      triangles: Uint16Array.from(triangles),
      texture: canvas.finish(),
      blended: true,
      gloss: 0.03,
    }),
  ];
}
