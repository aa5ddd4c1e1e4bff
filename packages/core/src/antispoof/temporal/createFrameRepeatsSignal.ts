import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createLoopFinder } from './createLoopFinder.js';
import { createSeamFinder } from './createSeamFinder.js';
import { facePath, PATH_DIMENSIONS } from './facePath.js';

/** Fewest frames with a face, and shortest time, that a repeat is told from. */
const LEAST_FRAMES = 30;
const LEAST_MS = 3000;
/** A sensor's noise changes every frame. A picture that stays the same to the last landmark this long is no live one, in ms. */
const SHORT_FREEZE_MS = 500;
const LONG_FREEZE_MS = 1500;
/** No repeat and no seam is what a person shows, and a good recording too. */
const ORDINARY_SCORE = 0.55;
const FROZEN_SCORE = 0.15;
const ONE_SEAM_SCORE = 0.35;
const MORE_SEAMS_SCORE = 0.15;
const LOOP_SCORE = 0.02;

/**
 * Whether frames repeat. Light, sensor and body never do the same twice: a live picture shows new noise in every frame and
 * no movement comes back on the very same path. Told: `loop` (1 where a stretch of seconds with motion comes back at one
 * lag, see `createLoopFinder`; a hard rule reads it), seams (see `createSeamFinder`), and pictures that stand still to
 * the last landmark while frames keep coming.
 *
 * A person who sits still, a tripod, a slow camera and a busy phone are not judged by it: stillness is no repeat, and frames
 * that are missing are no seam. What defeats it: a recording long enough that it need not repeat, cut where nothing
 * moves or blended at matched poses; a loop in front of a camera that is held in a hand, which moves the face anew.
 *
 * Constants: those of the finders; freezes from the 30 fps of a sensor, with room for a stream that repeats frames.
 */
export function createFrameRepeatsSignal(): SpoofSignal {
  const loops = createLoopFinder();
  const seams = createSeamFinder();
  const path = new Float32Array(PATH_DIMENSIONS);
  const lastPath = new Float32Array(PATH_DIMENSIONS);
  let lastHash = '';
  let lastMs = 0;
  let firstMs: number | null = null;
  let frames = 0;
  let repeated = 0;
  let frozenMs = 0;
  let longestFrozenMs = 0;

  const isRepeat = (hash: string): boolean => {
    if (hash !== lastHash) return false;
    for (let d = 0; d < PATH_DIMENSIONS; d++) if (path[d] !== lastPath[d]) return false;
    return true;
  };

  const scoreNow = (): number => {
    if (loops.found !== null) return LOOP_SCORE;
    const frozen = rampScore(longestFrozenMs, {
      from: LONG_FREEZE_MS,
      to: SHORT_FREEZE_MS,
      least: FROZEN_SCORE,
      most: ORDINARY_SCORE,
    });
    if (seams.seams === 0) return frozen;
    return Math.min(frozen, seams.seams === 1 ? ONE_SEAM_SCORE : MORE_SEAMS_SCORE);
  };

  return {
    name: 'frame-repeats',
    family: 'temporal',
    push({ face, timestampMs, hash }): void {
      if (face === null) {
        loops.lose();
        seams.lose();
        lastHash = '';
        frozenMs = 0;
        return;
      }
      const unit = facePath(face.landmarks, path);
      if (isRepeat(hash)) {
        repeated += 1;
        frozenMs += timestampMs - lastMs;
        longestFrozenMs = Math.max(longestFrozenMs, frozenMs);
      } else frozenMs = 0;
      firstMs ??= timestampMs;
      frames += 1;
      lastHash = hash;
      lastMs = timestampMs;
      lastPath.set(path);
      loops.push(timestampMs, path, unit);
      seams.push(timestampMs, path, unit);
    },
    read(): SignalMeasurement {
      if (firstMs === null || frames < LEAST_FRAMES || lastMs - firstMs < LEAST_MS) {
        return { kind: 'unavailable', reason: 'too-few-frames' };
      }
      const { found } = loops;
      return {
        kind: 'measured',
        score: scoreNow(),
        measures: {
          loop: found === null ? 0 : 1,
          loopLagMs: found === null ? 0 : found.lagMs,
          loopDistance: found === null ? 0 : found.distance,
          loopExtent: found === null ? 0 : found.extent,
          seams: seams.seams,
          largestStep: seams.largestStep,
          repeatedShare: repeated / frames,
          longestFrozenMs,
        },
      };
    },
    reset(): void {
      loops.reset();
      seams.reset();
      lastHash = '';
      lastMs = 0;
      firstMs = null;
      frames = 0;
      repeated = 0;
      frozenMs = 0;
      longestFrozenMs = 0;
    },
  };
}
