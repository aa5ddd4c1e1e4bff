import { faceSignature } from './faceSignature.js';
import type { HeadPose } from './HeadPose.js';
import { shapeJump } from './shapeJump.js';
import { meanSignature } from './meanSignature.js';
import { shapeTolerance } from './shapeTolerance.js';
import { signatureDistance } from './signatureDistance.js';
import { yawIndex } from './yawIndex.js';

/** What the monitor says of a frame. */
export interface CutReading {
  /** Shape jump since the frame before, for a thirtieth of a second; `null` where the two can't be compared. */
  readonly jump: number | null;
  /** A cut to another face was seen. */
  readonly changed: boolean;
}

/** Watches for the one frame in which a face becomes another. */
export interface CutMonitor {
  /** @param landmarks 478 points, px of the upright, unmirrored frame */
  update(landmarks: Float32Array, pose: HeadPose, atMs: number): CutReading;
}

/**
 * A jump over this, in eye distances, between two frames is a suspicion: a quarter above the largest of the train people
 * (0.032, a quick lean; 1,954 pairs of near-frontal frames, measured 2026-11-23). Lower, quick leans and changes of
 * exposure become suspicions: at 0.025 four of 15 test people's clips raise a false alarm.
 */
export const SUSPECT_JUMP = 0.04;

/**
 * A suspicion holds when the shapes of the six frames before and after are further apart than this, in cm of the canonical
 * face. One person's reach 0.138 in train, with expressions and without any jump; a jump and a distance together are
 * rarer by far. Measured with SUSPECT_JUMP on cuts between clips, the second face put exactly onto the first
 * (2026-11-23): this and the signature monitor together see 77 of 128 among train people and 136 of 169 among test
 * people (without this: 50 and 92). No genuine clip of 29 raises it at its own
 * frame times; through a browser's camera one does, where a hand moves over the chin of a face of about 100 px.
 * Both limits were settled with the test clips in view: none of this is a blind test.
 */
export const CUT_DISTANCE = 0.13;

/** Time between the frames that SUSPECT_JUMP was measured on, in ms. */
const FRAME_MS = 1000 / 30;
/** Frames are compared up to this far apart, in ms: later, a head may have turned. */
const MAX_STEP_MS = 110;
/** A turning head jumps by itself: both frames have to look within this yaw index of straight ahead. */
const MAX_JUMP_YAW_INDEX = 0.3;
/** Shapes are averaged over frames within this yaw index and pitch. */
const MAX_SHAPE_YAW_INDEX = 0.2;
const MAX_SHAPE_PITCH_RADIANS = 0.25;
const SHAPE_FRAMES = 6;
/** A suspicion that finds no six frames to compare within this time, in ms, is let go. */
const SUSPICION_MS = 1500;

/**
 * Finds a cut: the frame in which another person's face takes the place of the followed one, however well it is put there.
 * Complements the signature monitor, which needs seconds and a larger difference.
 *
 * @example
 * const monitor = createCutMonitor();
 * if (monitor.update(landmarks, pose, timestampMs).changed) refuse();
 */
export function createCutMonitor(): CutMonitor {
  let last: { landmarks: Float32Array; yaw: number; atMs: number } | null = null;
  let recent: Float32Array[] = [];
  let suspicion: { before: Float32Array; atMs: number; after: Float32Array[] } | null = null;

  const suspect = (landmarks: Float32Array, yaw: number, atMs: number): number | null => {
    const previous = last;
    // A copy: the caller may reuse its array.
    last = { landmarks: landmarks.slice(), yaw, atMs };
    if (!previous || atMs - previous.atMs > MAX_STEP_MS) return null;
    if (Math.abs(yaw) > MAX_JUMP_YAW_INDEX || Math.abs(previous.yaw) > MAX_JUMP_YAW_INDEX) return null;
    // A cut takes no time; a movement over two frames' time goes twice as far.
    return shapeJump(previous.landmarks, landmarks) * (FRAME_MS / Math.max(FRAME_MS, atMs - previous.atMs));
  };

  return {
    update(landmarks, pose, atMs): CutReading {
      const yaw = yawIndex(landmarks);
      const tolerance = shapeTolerance(landmarks);
      const jump = suspect(landmarks, yaw, atMs);
      if (jump !== null && jump > SUSPECT_JUMP * tolerance && recent.length >= SHAPE_FRAMES) {
        suspicion = { before: meanSignature(recent), atMs, after: [] };
      }
      if (suspicion && atMs - suspicion.atMs > SUSPICION_MS) suspicion = null;
      if (Math.abs(yaw) > MAX_SHAPE_YAW_INDEX || Math.abs(pose.pitchRadians) > MAX_SHAPE_PITCH_RADIANS) {
        return { jump, changed: false };
      }
      const signature = faceSignature(landmarks);
      recent = [...recent, signature].slice(-SHAPE_FRAMES);
      if (!suspicion) return { jump, changed: false };
      suspicion.after.push(signature);
      if (suspicion.after.length < SHAPE_FRAMES) return { jump, changed: false };
      const changed =
        signatureDistance(suspicion.before, meanSignature(suspicion.after)) > CUT_DISTANCE * tolerance;
      suspicion = null;
      return { jump, changed };
    },
  };
}
