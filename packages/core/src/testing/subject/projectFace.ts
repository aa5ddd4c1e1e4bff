import { rotateVector } from '../../geometry/rotateVector.js';
import { rotationOfPose } from '../../geometry/rotationOfPose.js';
import type { FaceShape } from './FaceShape.js';

/** How a synthetic face is looked at. */
export interface SubjectCamera {
  readonly frameWidthPx: number;
  readonly frameHeightPx: number;
  /** Focal length over the frame's width: 1.37 is a portrait phone's front camera (40 degrees across). */
  readonly focalOverWidth: number;
  readonly distanceCm: number;
}

/** Where the neck turns the head, in cm of the canonical face. */
const PIVOT_CM = [0, -4, -5] as const;

/**
 * Turns a face about its neck and looks at it through a pinhole camera.
 *
 * @param face 478 points, x y z each, in cm, axes of the canonical face
 * @returns 478 points, x y z each, in px of the upright, unmirrored frame; z grows away from the camera
 */
export function projectFace(face: Float32Array, shape: FaceShape, camera: SubjectCamera): Float32Array {
  const rotation = rotationOfPose(shape);
  const focalPx = camera.focalOverWidth * camera.frameWidthPx;
  const distance = camera.distanceCm / shape.nearness;
  const landmarks = new Float32Array(face.length);
  for (let index = 0; index < face.length; index += 3) {
    const turned = rotateVector(rotation, [
      (face[index] ?? 0) - PIVOT_CM[0],
      (face[index + 1] ?? 0) - PIVOT_CM[1],
      (face[index + 2] ?? 0) - PIVOT_CM[2],
    ]);
    const x = turned[0] + PIVOT_CM[0];
    const y = turned[1] + PIVOT_CM[1];
    const z = turned[2] + PIVOT_CM[2];
    const depth = distance - z;
    landmarks[index] = camera.frameWidthPx / 2 + (focalPx * x) / depth;
    landmarks[index + 1] = camera.frameHeightPx / 2 - (focalPx * y) / depth;
    landmarks[index + 2] = (-focalPx * z) / distance;
  }
  return landmarks;
}
