import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { FACE_POINT_COUNT } from '../geometry/CanonicalFace.js';
import { computeNormals } from '../geometry/computeNormals.js';
import type { LitSurface } from './LitScene.js';

/** Outer corners of the eyes, and how far they are apart on the canonical face, in cm. */
const RIGHT_EYE_OUTER = 33;
const LEFT_EYE_OUTER = 263;
const EYE_CORNERS_CM = 8.9;

/** What {@link createHeadSurface} gives: the same memory each time. */
export interface HeadSurface {
  /** @param landmarks 478 points, px of the picture */
  place(landmarks: Float32Array): LitSurface;
}

/** What {@link createHeadSurface} takes. */
export interface HeadSurfaceOptions {
  canonicalFace: CanonicalFace;
  widthPx: number;
  heightPx: number;
  /** Distance of the first face that is placed, in cm; later ones are nearer as they are larger. */
  distanceCm: number;
}

/** A face in space, from its landmarks: the mesh's triangles give every place its normal. */
export function createHeadSurface({
  canonicalFace,
  widthPx,
  heightPx,
  distanceCm,
}: HeadSurfaceOptions): HeadSurface {
  const triangles = Uint16Array.from(canonicalFace.triangles);
  const points = new Float32Array(FACE_POINT_COUNT * 2);
  const positions = new Float32Array(FACE_POINT_COUNT * 3);
  const normals = new Float32Array(FACE_POINT_COUNT * 3);
  let firstSizePx: number | null = null;
  return {
    place(landmarks) {
      const dx = (landmarks[LEFT_EYE_OUTER * 3] as number) - (landmarks[RIGHT_EYE_OUTER * 3] as number);
      const dy =
        (landmarks[LEFT_EYE_OUTER * 3 + 1] as number) - (landmarks[RIGHT_EYE_OUTER * 3 + 1] as number);
      const dz =
        (landmarks[LEFT_EYE_OUTER * 3 + 2] as number) - (landmarks[RIGHT_EYE_OUTER * 3 + 2] as number);
      const sizePx = Math.max(1, Math.hypot(dx, dy, dz));
      firstSizePx ??= sizePx;
      const cmPerPx = EYE_CORNERS_CM / sizePx;
      const awayCm = (distanceCm * firstSizePx) / sizePx;
      for (let point = 0; point < FACE_POINT_COUNT; point++) {
        const x = landmarks[point * 3] as number;
        const y = landmarks[point * 3 + 1] as number;
        points[point * 2] = x;
        points[point * 2 + 1] = y;
        positions[point * 3] = (x - widthPx / 2) * cmPerPx;
        positions[point * 3 + 1] = (y - heightPx / 2) * cmPerPx;
        positions[point * 3 + 2] = awayCm + (landmarks[point * 3 + 2] as number) * cmPerPx;
      }
      computeNormals(positions, triangles, null, normals);
      return { kind: 'skin', points, positions, normals, triangles };
    },
  };
}
