import type { FaceMeasures } from '../measureFace.js';
import { RollingValues } from '../motion/RollingValues.js';
import type { PersonBaseline } from '../PersonBaseline.js';

/** A baseline that follows the person through a recording in which nobody was asked to look straight ahead. */
export interface RollingBaseline {
  update(measures: FaceMeasures): void;
  current(): PersonBaseline;
}

/** How far back the person's usual look is taken from: longer than any single action. */
const SPAN_MS = 6000;
/** The usual pitch is taken from farther back: looks up and down last for seconds. */
const PITCH_SPAN_MS = 20_000;
/** Yaw index within which a frame is frontal enough. */
const MAX_YAW_INDEX = 0.35;
/** Upper part of the eye values: blinks and gazes down do not pull it down. */
const OPEN_EYE_QUANTILE = 0.7;
/** Lower part of the mouth values: who speaks all the time still shuts the mouth in between. */
const REST_MOUTH_QUANTILE = 0.2;
/** Open eyes are at least this open (narrowest of the train people: 0.20), so that a clip that begins with shut ones has a level. */
const LEAST_EYES = 0.13;
/** A resting mouth of more than this is an open one. */
const MOST_MOUTH = 0.2;
/** Before anything is known: the median person of the train clips. */
const FIRST_EYES = 0.26;

/** Makes the rolling baseline. The middle of the yaw index is 0 for everyone here. */
export function createRollingBaseline(): RollingBaseline {
  const eyes = new RollingValues(SPAN_MS);
  const mouth = new RollingValues(SPAN_MS);
  const pitch = new RollingValues(PITCH_SPAN_MS);
  let scale = 1;
  let current: PersonBaseline = {
    eyeOpenness: FIRST_EYES,
    mouthOpenness: 0,
    yawIndex: 0,
    pitchRadians: 0,
    faceScale: scale,
    frameCount: 0,
  };
  return {
    current: () => current,
    update(measures: FaceMeasures): void {
      if (Math.abs(measures.yawIndex) > MAX_YAW_INDEX) return;
      eyes.push(measures.timestampMs, measures.eyes);
      mouth.push(measures.timestampMs, measures.mouth);
      pitch.push(measures.timestampMs, measures.pitchRadians);
      scale = measures.scale;
      current = {
        eyeOpenness: Math.max(LEAST_EYES, eyes.quantile(OPEN_EYE_QUANTILE) ?? FIRST_EYES),
        mouthOpenness: Math.min(MOST_MOUTH, mouth.quantile(REST_MOUTH_QUANTILE) ?? 0),
        yawIndex: 0,
        pitchRadians: pitch.quantile(0.5) ?? 0,
        faceScale: scale,
        frameCount: eyes.count,
      };
    },
  };
}
