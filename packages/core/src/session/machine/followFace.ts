import { faceSignature } from '../../geometry/faceSignature.js';
import { signatureDistance, SAME_FACE_DISTANCE } from '../../geometry/signatureDistance.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { refused } from '../Ending.js';
import { isSamePlace } from '../facePosition.js';
import { emit, finish, set, type StepContext } from './StepContext.js';

/**
 * The shape is compared while the face looks about straight ahead: within this yaw index of zero and this pitch, where
 * the mesh's depth is most dependable.
 */
export const COMPARABLE_YAW_INDEX = 0.2;
export const COMPARABLE_PITCH_RADIANS = 0.25;

/** This many comparable frames in a row with another shape are another person: one frame of blur is not. */
export const STRANGE_FRAMES = 6;

/**
 * Keeps to one face: notes when it is lost and found, ends the session when it stays away longer than the plan allows,
 * jumps as no head can, or turns out to have another shape.
 */
export function followFace(context: StepContext, face: FaceObservation | null, atMs: number): void {
  const { state } = context;
  const followed = state.face;
  const calibrated = state.baseline !== null;
  if (!face) {
    if (!followed) return;
    if (followed.visible) {
      set(context, { face: { ...followed, visible: false } });
      emit(context, { type: 'face-lost', atMs });
    }
    const lostMs = atMs - followed.lastSeenMs;
    if (lostMs <= state.plan.faceLostMs) return;
    if (!calibrated) return set(context, { face: null });
    const detail = `the face was lost for ${lostMs.toFixed(0)} ms, the plan allows ${state.plan.faceLostMs} ms`;
    return finish(context, refused('NO_FACE', detail));
  }
  if (!followed || !followed.visible) emit(context, { type: 'face-found', atMs });
  if (followed && calibrated && !isSamePlace(followed.box, face.box, atMs - followed.lastSeenMs)) {
    return finish(
      context,
      refused('FACE_CHANGED', 'the followed face jumped to another place between two frames'),
    );
  }
  let strangeFrames = followed ? followed.strangeFrames : 0;
  if (state.signature && isComparable(face)) {
    const distance = signatureDistance(state.signature, faceSignature(face.landmarks));
    strangeFrames = distance > SAME_FACE_DISTANCE ? strangeFrames + 1 : 0;
    if (strangeFrames >= STRANGE_FRAMES) {
      const got = `shape distance ${distance.toFixed(3)}, at most ${SAME_FACE_DISTANCE} is the same person`;
      return finish(context, refused('FACE_CHANGED', got));
    }
  }
  set(context, { face: { lastSeenMs: atMs, box: face.box, visible: true, strangeFrames } });
}

function isComparable(face: FaceObservation): boolean {
  return (
    Math.abs(yawIndex(face.landmarks)) < COMPARABLE_YAW_INDEX &&
    Math.abs(face.pose.pitchRadians) < COMPARABLE_PITCH_RADIANS
  );
}
