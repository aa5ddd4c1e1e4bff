import { FACE_REGION_NAMES, FACE_REGIONS } from '../../frame/faceRegions.js';
import type { Vector3 } from '../../geometry/Vector3.js';
import { CANONICAL_FACE } from '../subject/canonicalFace.js';

/** One part of a face as a small surface. Axes of the canonical face, in cm: x to its left, y up, z to the camera. */
export interface RegionSurface {
  readonly centre: Vector3;
  /** Of length 1, outwards. */
  readonly normal: Vector3;
}

const corner = (landmark: number): Vector3 => [
  CANONICAL_FACE[landmark * 3] ?? 0,
  CANONICAL_FACE[landmark * 3 + 1] ?? 0,
  CANONICAL_FACE[landmark * 3 + 2] ?? 0,
];

function surfaceOf(landmarks: readonly number[]): RegionSurface {
  const centre: [number, number, number] = [0, 0, 0];
  const normal: [number, number, number] = [0, 0, 0];
  landmarks.forEach((landmark, at) => {
    const here = corner(landmark);
    const next = corner(landmarks[(at + 1) % landmarks.length] ?? landmark);
    for (let axis = 0; axis < 3; axis++) {
      centre[axis] = centre[axis]! + here[axis]! / landmarks.length;
      // Newell's method: the normal of a polygon whose corners lie in no plane.
      const a = (axis + 1) % 3;
      const b = (axis + 2) % 3;
      normal[axis] = normal[axis]! + (here[a]! - next[a]!) * (here[b]! + next[b]!);
    }
  });
  const length = Math.sqrt(normal[0] ** 2 + normal[1] ** 2 + normal[2] ** 2);
  // Corners run either way round: every part of a face that a camera sees looks towards it.
  const sign = normal[2] < 0 ? -1 : 1;
  return {
    centre,
    normal: [(sign * normal[0]) / length, (sign * normal[1]) / length, (sign * normal[2]) / length],
  };
}

/** The eight parts of the canonical face in the order of `FACE_REGION_NAMES`. */
export const REGION_SURFACES: readonly RegionSurface[] = FACE_REGION_NAMES.map((name) =>
  surfaceOf(FACE_REGIONS[name]),
);
