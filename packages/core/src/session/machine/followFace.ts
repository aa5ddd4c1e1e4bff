import { RECENT_FACE_DISTANCE } from '../../geometry/signatureDistance.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { refused } from '../Ending.js';
import { isSamePlace } from '../facePosition.js';
import { emit, finish, set, type StepContext } from './StepContext.js';

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
  const shape = state.signature?.update(face.landmarks, face.pose, atMs);
  if (shape?.changed && calibrated) {
    const got = `shape distance ${(shape.distance ?? 0).toFixed(2)}, at most ${RECENT_FACE_DISTANCE} is the same person`;
    return finish(context, refused('FACE_CHANGED', got));
  }
  if (state.cut?.update(face.landmarks, face.pose, atMs).changed && calibrated) {
    return finish(context, refused('FACE_CHANGED', 'the face became another one from one frame to the next'));
  }
  set(context, { face: { lastSeenMs: atMs, box: face.box, visible: true } });
}
