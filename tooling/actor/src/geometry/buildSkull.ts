import { at, smoothstep } from '../random/numbers.js';
import { FACE_REGIONS } from './faceRegions.js';
import { SKULL_CENTRE as C, SKULL_RADII as R } from './headFrame.js';

/** Rings between the outline of the face and the back of the head. */
export const SKULL_RINGS = 11;

/** The rest of the head: sides, crown, back and the underside of the jaw. */
export interface Skull {
  /** x y z, ring by ring; the first ring lies on the outline of the face. */
  readonly rest: Float32Array;
  readonly triangles: Uint16Array;
  /** For each point: 0 on the outline of the face, 1 at the back. */
  readonly depth: Float32Array;
}

/** A sheet from the outline of the face over the cranium to the back of the head. */
export function buildSkull(face: Float32Array, width: number): Skull {
  const outline = FACE_REGIONS.outline;
  const count = outline.length;
  const rest = new Float32Array(count * (SKULL_RINGS + 1) * 3);
  const depth = new Float32Array(count * (SKULL_RINGS + 1));
  outline.forEach((point, column) => {
    const x = at(face, point * 3) - C.x;
    const y = at(face, point * 3 + 1) - C.y;
    const z = at(face, point * 3 + 2) - C.z;
    const length = Math.hypot(x, y, z);
    const start = [x / length, y / length, z / length] as const;
    const angle = Math.acos(-start[2]);
    const startRatio = length / craniumRadius(start, width);
    for (let ring = 0; ring <= SKULL_RINGS; ring++) {
      const share = ring / SKULL_RINGS;
      const from = Math.sin((1 - share) * angle) / Math.sin(angle);
      const to = Math.sin(share * angle) / Math.sin(angle);
      const direction = [start[0] * from, start[1] * from, start[2] * from - to] as const;
      const ease = 1 - smoothstep(0, startRatio > 1.15 ? 0.62 : 0.8, share);
      const radius = craniumRadius(direction, width) * (1 + (startRatio - 1) * ease);
      const o = ring * count + column;
      rest.set(
        [C.x + direction[0] * radius, C.y + direction[1] * radius, C.z + direction[2] * radius],
        o * 3,
      );
      depth[o] = share;
    }
  });
  return { rest, triangles: ringTriangles(count), depth };
}

function craniumRadius(direction: readonly [number, number, number], width: number): number {
  return 1 / Math.hypot(direction[0] / (R.x * width), direction[1] / R.y, direction[2] / R.z);
}

function ringTriangles(count: number): Uint16Array {
  const triangles = new Uint16Array(count * SKULL_RINGS * 6);
  for (let ring = 0, o = 0; ring < SKULL_RINGS; ring++) {
    for (let column = 0; column < count; column++, o += 6) {
      const a = ring * count + column;
      const b = ring * count + ((column + 1) % count);
      triangles.set([a, a + count, b, b, a + count, b + count], o);
    }
  }
  return triangles;
}
