import { abs, max, min } from '../random/maths.js';
import { createSurface } from '../geometry/createSurface.js';
import type { Surface } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { eachTexel } from '../paint/eachTexel.js';
import { TextureCanvas } from '../paint/TextureCanvas.js';
import type { Colour, Persona } from '../personas/Persona.js';
import { at, bell, readTable, smoothstep } from '../random/numbers.js';
import type { FaceShape } from './buildFace.js';

/** Upper and lower edge of a medical mask by distance from the middle of the face, in cm of the canonical head. */
const UPPER_EDGE = [
  [0, 1.1],
  [1.2, 0.6],
  [3.2, -0.6],
  [5.6, -1.4],
  [7.7, -1.6],
] as const;
const LOWER_EDGE = [
  [0, -9.6],
  [3, -9],
  [5, -7.2],
  [6.6, -5.2],
  [7.7, -3.4],
] as const;
const STAND_OFF_CM = 0.45;
const SMOOTHING_ROUNDS = 14;

/** A medical mask over nose and mouth: the lower face smoothed and lifted off, with pleats and ear loops. */
export function buildMask(face: FaceShape, skin: Surface, colour: Colour, persona: Persona): Surface[] {
  const { canonical } = face;
  const inside = (x: number, y: number, margin: number): boolean =>
    y < readTable(UPPER_EDGE, abs(x)) + margin && y > readTable(LOWER_EDGE, abs(x)) - margin;
  const triangles: number[] = [];
  for (let t = 0; t < canonical.triangles.length; t += 3) {
    const corners = [
      at(canonical.triangles, t),
      at(canonical.triangles, t + 1),
      at(canonical.triangles, t + 2),
    ];
    if (corners.some((c) => inside(at(canonical.positions, c * 3), at(canonical.positions, c * 3 + 1), 0.6)))
      triangles.push(...corners);
  }
  const rest = smoothed(skin.rest, triangles);
  const canvas = new TextureCanvas(320, 320, colour, 0);
  canvas.grain(persona.seed + 121, 140, 0.05);
  eachTexel(canonical, 320, (x, y, headX, headY) => {
    const top = readTable(UPPER_EDGE, abs(headX)) - headY;
    const bottom = headY - readTable(LOWER_EDGE, abs(headX));
    const pleats =
      [2.6, 4.1, 5.6].reduce((sum, at2) => sum + bell(top - at2, 0.1), 0) * smoothstep(6.6, 5.4, abs(headX));
    canvas.dab(x, y, shade(colour, 0.72), min(1, pleats * 0.7 + 0.5 * bell(top - 0.3, 0.08)));
    canvas.data[(y * 320 + x) * 4 + 3] = smoothstep(-0.06, 0.06, min(top, bottom));
  });
  const mouthOpen = skin.morphs.mouthOpen?.map((value) => value * 0.3);
  return [
    createSurface({
      ...skin,
      name: 'mask',
      rest,
      triangles: Uint16Array.from(triangles),
      normalTriangles: Uint16Array.from(triangles),
      texture: canvas.finish(),
      openness: null,
      morphs: mouthOpen ? { mouthOpen } : {},
      blended: true,
      gloss: 0,
      wrap: 0.3,
    }),
  ];
}

/** Cloth stretched over the face: hollows filled by averaging neighbours, bumps kept. */
function smoothed(rest: Float32Array, triangles: readonly number[]): Float32Array {
  const near = new Map<number, Set<number>>();
  for (let t = 0; t < triangles.length; t += 3) {
    for (const [a, b, c] of [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ] as const) {
      const point = triangles[t + a] ?? 0;
      const set = near.get(point) ?? new Set<number>();
      near.set(point, set.add(triangles[t + b] ?? 0).add(triangles[t + c] ?? 0));
    }
  }
  let out = Float32Array.from(rest);
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    const next = Float32Array.from(out);
    for (const [point, around] of near) {
      for (let axis = 0; axis < 3; axis++) {
        let sum = 0;
        for (const other of around) sum += at(out, other * 3 + axis);
        const mean = sum / around.size;
        next[point * 3 + axis] =
          axis === 2 ? max(at(out, point * 3 + 2), mean) : (at(out, point * 3 + axis) + mean) / 2;
      }
    }
    out = next;
  }
  // The mean pulls the rim inwards; sideways the cloth stays where the face is.
  for (const point of near.keys()) {
    for (const axis of [0, 1]) out[point * 3 + axis] = at(rest, point * 3 + axis);
    const x = at(rest, point * 3);
    out[point * 3] = x * (1 + (STAND_OFF_CM * 0.8) / 8);
    out[point * 3 + 2] = at(out, point * 3 + 2) + STAND_OFF_CM * (1 - 0.5 * smoothstep(4, 8, abs(x)));
  }
  return out;
}
