import {
  cropRectOf,
  eyeOpenness,
  measureRegions,
  mouthOpenness,
  placeInCrop,
  restoreFrameFacts,
  type FaceObservation,
  type Frame,
} from '@huoti/core';
import {
  COLOUR_NOT_SEEN,
  COLOUR_UNITS_PER_LEVEL,
  EVIDENCE_LANDMARKS,
  type TraceFrame,
} from '@huoti/protocol';

/** How far a picture lies from what the trace says of the frame that it was cut from. Every number is 0 or more. */
export interface PictureDifference {
  readonly yawRadians: number;
  readonly pitchRadians: number;
  readonly rollRadians: number;
  /** Of the lids' gap over the eye's width. */
  readonly eyes: number;
  /** Of the lips' gap over the mouth's width. */
  readonly mouth: number;
  /** Mean distance of the traced landmarks from where they are seen in the picture, in face widths. */
  readonly landmarkWidths: number;
  /** Mean over the face's regions that both saw, in grey levels of 255. NaN where they share none. */
  readonly colourLevels: number;
}

/** The landmarks at the left and right edge of a face. */
const RIGHT_EDGE = 234;
const LEFT_EDGE = 454;

/**
 * Compares a picture with the trace of its frame: the landmarks of both in the picture's px, and what follows from them.
 *
 * @param traced the frame of the trace that the picture was cut from; with a face
 * @param seen what the landmarker found in the picture, all 478 points
 * @param picture the decoded picture
 * @returns `null` where the trace has no face at that frame, or none inside of it
 */
export function comparePicture(
  traced: TraceFrame,
  seen: FaceObservation,
  picture: Frame,
): PictureDifference | null {
  const [face] = restoreFrameFacts(traced).observations;
  if (!face || traced.landmarks === null) return null;
  const rect = cropRectOf(face.landmarks, traced.frameWidthPx, traced.frameHeightPx);
  if (rect === null) return null;
  const placed = placeInCrop(face.landmarks, rect, picture);
  let sum = 0;
  for (const landmark of EVIDENCE_LANDMARKS) {
    const dx = placed[landmark * 3]! - seen.landmarks[landmark * 3]!;
    const dy = placed[landmark * 3 + 1]! - seen.landmarks[landmark * 3 + 1]!;
    sum += Math.sqrt(dx * dx + dy * dy);
  }
  const openness = (of: FaceObservation): readonly [eyes: number, mouth: number] => [
    eyeOpenness(of.landmarks, of.pose).combined,
    mouthOpenness(of.landmarks, of.pose),
  ];
  const [tracedEyes, tracedMouth] = openness(face);
  const [eyes, mouth] = openness(seen);
  return {
    yawRadians: Math.abs(face.pose.yawRadians - seen.pose.yawRadians),
    pitchRadians: Math.abs(face.pose.pitchRadians - seen.pose.pitchRadians),
    rollRadians: Math.abs(face.pose.rollRadians - seen.pose.rollRadians),
    eyes: Math.abs(tracedEyes - eyes),
    mouth: Math.abs(tracedMouth - mouth),
    landmarkWidths: sum / EVIDENCE_LANDMARKS.length / faceWidth(seen.landmarks),
    colourLevels: colourDifference(traced.faceColours, measureRegions(picture, seen).face),
  };
}

/**
 * Between the edges, in space: a turned head is as wide as one that looks ahead. Of the server's own landmarks, since a
 * forged depth in a trace would shrink every distance.
 */
function faceWidth(landmarks: Float32Array): number {
  const along = (axis: number): number =>
    landmarks[LEFT_EDGE * 3 + axis]! - landmarks[RIGHT_EDGE * 3 + axis]!;
  return Math.max(1, Math.sqrt(along(0) ** 2 + along(1) ** 2 + along(2) ** 2));
}

function colourDifference(traced: Uint16Array, seen: Float32Array): number {
  let sum = 0;
  let count = 0;
  traced.forEach((stored, at) => {
    const level = seen[at]!;
    if (stored === COLOUR_NOT_SEEN || !Number.isFinite(level)) return;
    sum += Math.abs(stored / COLOUR_UNITS_PER_LEVEL - level);
    count += 1;
  });
  return sum / count;
}
