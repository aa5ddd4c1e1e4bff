import type { FaceBox } from '../FaceObservation.js';
import type { DetectedFace } from './DetectedFace.js';

/** Overlap (intersection over union) from which a detection is the followed face itself. Package's own NMS limit is 0.3. */
export const SAME_FACE_OVERLAP = 0.3;

/** The largest detection that is not the followed face: overlaps it little, and neither centre lies in the other box. */
export function secondFaceAmong(faces: readonly DetectedFace[], main: FaceBox): DetectedFace | null {
  let best: DetectedFace | null = null;
  for (const face of faces) {
    if (
      overlap(face.box, main) >= SAME_FACE_OVERLAP ||
      holdsCentre(face.box, main) ||
      holdsCentre(main, face.box)
    )
      continue;
    if (!best || face.box.widthPx > best.box.widthPx) best = face;
  }
  return best;
}

function overlap(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const height = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - shared);
}

function holdsCentre(outer: FaceBox, inner: FaceBox): boolean {
  const x = inner.xPx + inner.widthPx / 2;
  const y = inner.yPx + inner.heightPx / 2;
  return (
    x >= outer.xPx && x <= outer.xPx + outer.widthPx && y >= outer.yPx && y <= outer.yPx + outer.heightPx
  );
}
