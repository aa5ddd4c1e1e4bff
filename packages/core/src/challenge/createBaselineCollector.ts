import type { FaceObservation } from '../vision/FaceObservation.js';
import { measureFace, type FaceMeasures } from './measureFace.js';
import type { PersonBaseline } from './PersonBaseline.js';

/** Why a frame was not used for the baseline. */
export type BaselineRefusal = 'no-landmarks' | 'head-turned' | 'eyes-closed' | 'mouth-open';

/** Takes the measure of a person who does nothing. */
export interface BaselineCollector {
  /** Takes one frame in; gives the baseline once there is enough, and a newer one with each further frame. */
  update(observation: FaceObservation): PersonBaseline | null;
  /** Why the last frame was not used; `null` where it was. */
  readonly refusal: BaselineRefusal | null;
  reset(): void;
}

/*
 * Limits of a neutral, frontal frame, from the neutral stretches of the train people (2026-11-23): yaw index within
 * 0.1, pitch within 0.2 rad, eyes 0.20 to 0.43, shut eyes up to 0.10, resting mouth under 0.02, a grin 0.2.
 */
const MAX_YAW_INDEX = 0.2;
/** A phone held low or high tilts the resting face by this much. */
const MAX_PITCH_RADIANS = 0.4;
const LEAST_EYES = 0.13;
const MOST_MOUTH = 0.25;
/** Enough is this long, and this many frames. */
const ENOUGH_MS = 300;
const ENOUGH_FRAMES = 5;
/** Older frames count no more: the person has moved on. */
const WINDOW_MS = 1500;
/** Upper part of the eye values: a blink among the frames does not pull it down. */
const OPEN_EYE_QUANTILE = 0.7;

/**
 * Collects the person's baseline from the first frontal, neutral frames. Shut eyes, an open mouth and a turned head are
 * refused, frame by frame. Ready after 300 ms at 15 frames a second or more.
 *
 * @example
 * const collector = createBaselineCollector();
 * const baseline = collector.update(observation); // null until there is enough
 */
export function createBaselineCollector(): BaselineCollector {
  let frames: FaceMeasures[] = [];
  let refusal: BaselineRefusal | null = null;

  const result = (): PersonBaseline | null => {
    const first = frames[0];
    const last = frames[frames.length - 1];
    if (first === undefined || last === undefined) return null;
    if (frames.length < ENOUGH_FRAMES || last.timestampMs - first.timestampMs < ENOUGH_MS) return null;
    return {
      eyeOpenness: quantile(frames, OPEN_EYE_QUANTILE, (frame) => frame.eyes),
      mouthOpenness: quantile(frames, 0.5, (frame) => frame.mouth),
      yawIndex: quantile(frames, 0.5, (frame) => frame.yawIndex),
      pitchRadians: quantile(frames, 0.5, (frame) => frame.pitchRadians),
      faceScale: quantile(frames, 0.5, (frame) => frame.scale),
      frameCount: frames.length,
    };
  };

  return {
    get refusal(): BaselineRefusal | null {
      return refusal;
    },
    reset(): void {
      frames = [];
      refusal = null;
    },
    update(observation: FaceObservation): PersonBaseline | null {
      const measures = measureFace(observation);
      refusal = refusalOf(measures);
      if (measures !== null && refusal === null) {
        frames = frames.filter((frame) => measures.timestampMs - frame.timestampMs <= WINDOW_MS);
        frames.push(measures);
      }
      return result();
    },
  };
}

function refusalOf(measures: FaceMeasures | null): BaselineRefusal | null {
  if (measures === null) return 'no-landmarks';
  if (Math.abs(measures.yawIndex) > MAX_YAW_INDEX || Math.abs(measures.pitchRadians) > MAX_PITCH_RADIANS) {
    return 'head-turned';
  }
  if (measures.eyes < LEAST_EYES) return 'eyes-closed';
  return measures.mouth > MOST_MOUTH ? 'mouth-open' : null;
}

function quantile(
  frames: readonly FaceMeasures[],
  share: number,
  read: (frame: FaceMeasures) => number,
): number {
  const sorted = frames.map(read).sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}
