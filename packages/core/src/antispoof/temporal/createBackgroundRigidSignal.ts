import { yawIndex } from '../../geometry/yawIndex.js';
import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { facePath, PATH_DIMENSIONS } from './facePath.js';

/** Motion is added up over stretches of this length, in ms: block matching tells a tenth of a cell, a frame moves less. */
const STRETCH_MS = 300;
/** Frames further apart, in ms, break a stretch. */
const LONGEST_GAP_MS = 250;
/** A stretch counts when the face moved by this share of the frame's longer side: 8 px of 640. */
const LEAST_MOVE = 0.012;
/**
 * ... and the head did so itself, as far as one sees: it turned (yaw index), nodded (rad), or changed its size (logarithm).
 * Without that, a person at rest before a camera that is moved looks like a sheet that is moved.
 */
const LEAST_INDEX_CHANGE = 0.08;
const LEAST_PITCH_CHANGE_RADIANS = 0.1;
const LEAST_SIZE_CHANGE = 0.06;
const LEAST_STRETCHES = 4;
/**
 * Share of the face's motion that the background does not go along with: nothing where both are on one sheet or one screen,
 * all of it before a wall.
 */
const RIGID_SHARE = 0.15;
const LOOSE_SHARE = 0.5;
const RIGID_SCORE = 0.15;
/** A still background is what a tripod gives, to a person as to a print: it says little. */
const LOOSE_SCORE = 0.55;

/**
 * Whether the background moves rigidly with the face. A head moves on a neck: the room behind it stays. On a sheet or a screen
 * that is moved and tilted before the camera, face and surroundings go together. Told: how much of the face's motion the
 * background does not follow (`looseShare`), over the stretches in which the head turns, nods, comes or goes.
 *
 * A hand-held camera moves face and room alike, which is why a head that keeps its pose is not judged; larger motions
 * weigh more, by their square. What defeats it: a print cut out along the head, or held so that the real room shows around
 * it; a replay that fills the picture and is held still. It can hardly speak for a session.
 *
 * Constants: the two ends lie between the geometry's 0 and 1, with room for the background's own error.
 */
export function createBackgroundRigidSignal(): SpoofSignal {
  const path = new Float32Array(PATH_DIMENSIONS);
  const last = { atMs: -Infinity, x: 0, y: 0, index: 0, pitch: 0, size: 0 };
  const stretch = { startMs: 0, x: 0, y: 0, roomX: 0, roomY: 0, index: 0, pitch: 0, size: 0, open: false };
  const sums = { face: 0, loose: 0, along: 0, stretches: 0 };
  let measured = 0;

  const reset = (): void => {
    last.atMs = -Infinity;
    stretch.open = false;
    sums.face = 0;
    sums.loose = 0;
    sums.along = 0;
    sums.stretches = 0;
    measured = 0;
  };

  const close = (): void => {
    stretch.open = false;
    const { roomX, roomY } = stretch;
    const faceX = last.x - stretch.x;
    const faceY = last.y - stretch.y;
    const face = faceX * faceX + faceY * faceY;
    if (face < LEAST_MOVE * LEAST_MOVE) return;
    const itself =
      Math.abs(last.index - stretch.index) >= LEAST_INDEX_CHANGE ||
      Math.abs(last.pitch - stretch.pitch) >= LEAST_PITCH_CHANGE_RADIANS ||
      Math.abs(Math.log(last.size / stretch.size)) >= LEAST_SIZE_CHANGE;
    if (!itself) return;
    sums.face += face;
    sums.loose += (faceX - roomX) ** 2 + (faceY - roomY) ** 2;
    sums.along += faceX * roomX + faceY * roomY;
    sums.stretches += 1;
  };

  return {
    name: 'background-rigid',
    family: 'temporal',
    push({ face, timestampMs, backgroundMotion, frameWidthPx, frameHeightPx }): void {
      if (face === null) {
        last.atMs = -Infinity;
        stretch.open = false;
        return;
      }
      const unit = facePath(face.landmarks, path);
      const side = Math.max(frameWidthPx, frameHeightPx);
      const joined = timestampMs - last.atMs <= LONGEST_GAP_MS && backgroundMotion !== null;
      if (joined && !stretch.open) {
        const { x, y, index, pitch, size } = last;
        Object.assign(stretch, {
          startMs: last.atMs,
          x,
          y,
          index,
          pitch,
          size,
          roomX: 0,
          roomY: 0,
          open: true,
        });
      }
      last.atMs = timestampMs;
      last.x = path[0]! / side;
      last.y = path[1]! / side;
      last.index = yawIndex(face.landmarks);
      last.pitch = face.pose.pitchRadians;
      last.size = unit / side;
      if (!joined) {
        stretch.open = false;
        return;
      }
      measured += 1;
      stretch.roomX += backgroundMotion.x;
      stretch.roomY += backgroundMotion.y;
      if (timestampMs - stretch.startMs >= STRETCH_MS) close();
    },
    read(): SignalMeasurement {
      if (measured === 0) return { kind: 'unavailable', reason: 'no-background' };
      if (sums.stretches < LEAST_STRETCHES) return { kind: 'unavailable', reason: 'too-little-motion' };
      const looseShare = sums.loose / sums.face;
      return {
        kind: 'measured',
        score: rampScore(looseShare, {
          from: RIGID_SHARE,
          to: LOOSE_SHARE,
          least: RIGID_SCORE,
          most: LOOSE_SCORE,
        }),
        measures: { looseShare, slope: sums.along / sums.face, stretches: sums.stretches },
      };
    },
    reset,
  };
}
