import type { Performer } from '../footage/Performer.js';
import { FACE_POINT_COUNT, type CanonicalFace } from '../geometry/CanonicalFace.js';
import { FACE_OVAL } from '../lighting/faceOval.js';
import { drawMesh } from '../pixels/drawMesh.js';
import type { Picture } from '../pixels/Picture.js';
import type { StillFace } from './StillFace.js';

/** What {@link createFaceSwap} takes. */
export interface FaceSwapOptions {
  canonicalFace: CanonicalFace;
  /** Who moves. */
  performer: Performer;
  /** Whose face is put on. */
  face: StillFace;
}

/** Points whose colours are matched: cheeks, brow, nose, chin. */
const SKIN_POINTS = [50, 280, 101, 330, 151, 9, 5, 199, 205, 425] as const;
/** Side of the square around each of them, px. */
const PATCH_PX = 7;

/**
 * Another person's face on somebody who moves: each triangle of the mesh takes the picture's, its colours are brought to
 * those of the skin under it, and its rim fades out. The inside of the mouth and the lids stay the mover's own shape.
 */
export function createFaceSwap({ canonicalFace, performer, face }: FaceSwapOptions): Performer {
  const { widthPx, heightPx } = performer;
  const points = new Float32Array(FACE_POINT_COUNT * 2);
  const uvs = new Float32Array(FACE_POINT_COUNT * 2);
  for (let at = 0; at < FACE_POINT_COUNT; at++) {
    uvs[at * 2] = face.landmarks[at * 3] as number;
    uvs[at * 2 + 1] = face.landmarks[at * 3 + 1] as number;
  }
  const triangles = Uint16Array.from(canonicalFace.triangles);
  const alphas = new Float32Array(FACE_POINT_COUNT).fill(1);
  for (const point of FACE_OVAL) alphas[point] = 0;
  const worn: Picture = { ...face.picture, data: Uint8ClampedArray.from(face.picture.data) };
  const own = skinColour(face.picture, face.landmarks);
  let matched: readonly number[] | null = null;

  /** Once: the swap is rendered for the mover's own light. */
  function matchColours(picture: Picture, landmarks: Float32Array): void {
    const wanted = skinColour(picture, landmarks);
    matched = wanted.map((value, c) => value / Math.max(1, own[c] as number));
    const { data } = face.picture;
    for (let o = 0; o < data.length; o += 4) {
      for (let c = 0; c < 3; c++) worn.data[o + c] = (data[o + c] as number) * (matched[c] as number);
    }
  }

  return {
    widthPx,
    heightPx,
    actions: performer.actions,
    perform: performer.perform,
    drawAt(atMs, out) {
      const landmarks = performer.drawAt(atMs, out);
      if (!landmarks) return null;
      if (!matched) matchColours(out, landmarks);
      for (let at = 0; at < FACE_POINT_COUNT; at++) {
        points[at * 2] = landmarks[at * 3] as number;
        points[at * 2 + 1] = landmarks[at * 3 + 1] as number;
      }
      drawMesh({ points, uvs, triangles }, worn, out, alphas);
      return landmarks;
    },
  };
}

/** Mean colour of the skin in some places. */
function skinColour({ data, widthPx, heightPx }: Picture, landmarks: Float32Array): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (const point of SKIN_POINTS) {
    const left = Math.round(landmarks[point * 3] as number) - (PATCH_PX >> 1);
    const top = Math.round(landmarks[point * 3 + 1] as number) - (PATCH_PX >> 1);
    for (let y = Math.max(0, top); y < Math.min(heightPx, top + PATCH_PX); y++) {
      for (let x = Math.max(0, left); x < Math.min(widthPx, left + PATCH_PX); x++) {
        for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (data[(y * widthPx + x) * 4 + c] as number);
        count += 1;
      }
    }
  }
  return [sum[0] / Math.max(1, count), sum[1] / Math.max(1, count), sum[2] / Math.max(1, count)];
}
