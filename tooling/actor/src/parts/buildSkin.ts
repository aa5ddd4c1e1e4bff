import { computeNormals } from '../geometry/computeNormals.js';
import { FACE_POINT_COUNT } from '../geometry/CanonicalFace.js';
import { creases } from '../geometry/creases.js';
import { createSurface } from '../geometry/createSurface.js';
import { EYES, FACE_REGIONS } from '../geometry/faceRegions.js';
import { buildSkull, SKULL_RINGS } from '../geometry/buildSkull.js';
import { MORPH_NAMES, type MorphName, type Surface } from '../geometry/Surface.js';
import { paintFace } from '../paint/paintFace.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Persona } from '../personas/Persona.js';
import { at, smoothstep } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

/** Face and skull as two surfaces that share their seam. The face has holes for eyes and mouth. */
export function buildSkin(face: FaceShape, persona: Persona, textureSizePx: number): Surface[] {
  const skull = buildSkull(face.positions, persona.shape.width);
  const outline = FACE_REGIONS.outline;
  const count = FACE_POINT_COUNT + skull.rest.length / 3;
  const rest = new Float32Array(count * 3);
  rest.set(face.positions);
  rest.set(skull.rest, FACE_POINT_COUNT * 3);
  const weld = Uint16Array.from({ length: count }, (_, point) =>
    point >= FACE_POINT_COUNT && point < FACE_POINT_COUNT + outline.length
      ? (outline[point - FACE_POINT_COUNT] ?? 0)
      : point,
  );
  const skullTriangles = skull.triangles.map((point) => point + FACE_POINT_COUNT);
  const faceTriangles = withoutHoles(face.canonical.triangles);
  const triangles = new Uint16Array(faceTriangles.length + skullTriangles.length);
  triangles.set(faceTriangles);
  triangles.set(skullTriangles, faceTriangles.length);
  const normals = new Float32Array(rest.length);
  computeNormals(rest, triangles, weld, normals);

  const uvs = new Float32Array(count * 2);
  uvs.set(face.canonical.uvs);
  for (let p = 0; p < skull.depth.length; p++) {
    uvs.set(
      [Math.abs(1 - (2 * (p % outline.length)) / outline.length), at(skull.depth, p)],
      (FACE_POINT_COUNT + p) * 2,
    );
  }
  const morphs: Partial<Record<MorphName, Float32Array>> = {};
  for (const name of MORPH_NAMES) morphs[name] = extendMorph(face.morphs[name], skull.depth);
  const shared = {
    rest,
    uvs,
    weld,
    morphs,
    bends: true,
    wrap: 0.35,
    openness: creases(rest, normals, triangles),
  };
  const whole = { ...shared, normalTriangles: triangles };
  return [
    createSurface({
      ...whole,
      name: 'face',
      triangles: faceTriangles,
      texture: paintFace(face.canonical, persona, textureSizePx),
      gloss: 0.05,
    }),
    createSurface({
      ...whole,
      name: 'skull',
      triangles: skullTriangles,
      texture: paintSkull(persona),
      gloss: 0.04,
    }),
  ];
}

/** Without the triangles that close the eyes and the mouth of the canonical face. */
function withoutHoles(triangles: ArrayLike<number>): Uint16Array {
  const rims = [
    ...EYES.map((eye) => new Set([eye.outer, eye.inner, ...eye.upper, ...eye.lower])),
    new Set<number>(FACE_REGIONS.lipsInner),
  ];
  const kept: number[] = [];
  for (let t = 0; t < triangles.length; t += 3) {
    const corners = [at(triangles, t), at(triangles, t + 1), at(triangles, t + 2)];
    if (!rims.some((rim) => corners.every((corner) => rim.has(corner)))) kept.push(...corners);
  }
  return Uint16Array.from(kept);
}

/** The skull follows the outline of the face, less and less towards the back. */
function extendMorph(morph: Float32Array, depth: Float32Array): Float32Array {
  const outline = FACE_REGIONS.outline;
  const out = new Float32Array((FACE_POINT_COUNT + depth.length) * 3);
  out.set(morph);
  for (let p = 0; p < outline.length * (SKULL_RINGS + 1); p++) {
    const from = (outline[p % outline.length] ?? 0) * 3;
    const share = 1 - smoothstep(0, 0.45, at(depth, p));
    for (let axis = 0; axis < 3; axis++)
      out[(FACE_POINT_COUNT + p) * 3 + axis] = at(morph, from + axis) * share;
  }
  return out;
}

function paintSkull(persona: Persona): ReturnType<TextureCanvas['finish']> {
  const canvas = new TextureCanvas(128, 128, persona.skin);
  canvas.grain(persona.seed + 3, 12, 0.05);
  canvas.grain(persona.seed + 4, 60, 0.04);
  // The first columns run under the chin, in its own shadow.
  const shadow = shade(persona.skin, 0.7, 0.6, 0.58);
  canvas.blob([0, 40], 60, shadow, 0.5, 40);
  return canvas.finish();
}
