import { landmarkDistance } from '../../geometry/landmarkDistance.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import { createHistogram } from '../createHistogram.js';
import { likelihoodScore } from '../likelihoodScore.js';
import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createBreadthByPitch } from './createBreadthByPitch.js';
import { createTurnPath } from './createTurnPath.js';

const RIGHT_OUTER = 33;
const LEFT_OUTER = 263;
/** Forehead and the nose's base: a height that neither jaw nor mouth changes. */
const FOREHEAD = 10;
const SUBNASALE = 2;
/** Yaw index within which a frame is straight ahead. */
const FRONTAL_INDEX = 0.12;
/**
 * Yaw index between which foreshortening is judged, 25 to 44 degrees. Farther round, the eye on the far side is hidden; an end
 * at 0.5 would leave a quick turn no frame at 12 a second.
 */
const LEAST_INDEX = 0.3;
const MOST_INDEX = 0.6;
const LEAST_FRONTAL_FRAMES = 3;
const LEAST_TURNED_FRAMES = 2;
/** Turned frames count while the head stands about as high as it does straight ahead, rad: 0.3 shortens a face by 5 %. */
const MAX_PITCH_CHANGE_RADIANS = 0.3;
/**
 * Yaw index of a head turned by 45 degrees: the nose's height over the line between the cheek edges, over their distance
 * (canonical face: 9.6 cm and 15.3 cm).
 */
const INDEX_AT_45_DEGREES = 0.627;

/**
 * Logarithm of the eyes' distance over the face's height, against the straight face and against the cosine of the turn that
 * the yaw index stands for; median of the frames at 0.3 to 0.6. Train people 0.04 to 0.07 (test people 0.005 to 0.14);
 * synthetic people at 45 cm 0.04 to 0.07, at 25 cm 0.06 to 0.12, at 120 cm 0 to 0.05: the spread has room for these.
 * Frontal frames of 14 train people as flat photos, tilted by 10 to 70 degrees before lenses of 50 to 90 degrees, and
 * looked at by the landmarker: median -0.08, 5 % to 95 % -0.25 to 0.01 (measured 2026-11-26; no command repeats it).
 */
const LIVE = { mean: 0.06, deviation: 0.06 };
const FLAT = { mean: -0.09, deviation: 0.07 };

/**
 * The same over all frames up to 0.6, straight ones too, against the straight face at the same pitch: its lowest 3 %. A head
 * can't grow narrower without turning: people -0.05 to 0 (29 clips). A sheet that is tilted by 40 degrees or more is
 * narrower by 0.1 to 0.4, wherever the landmarker thinks that it looks (the same photos).
 */
const NARROW_SHARE = 0.03;
/** One frame or two may have jumped. */
const NARROW_FRAMES = 3;
const LEAST_FRAMES = 24;
const NARROW = -0.16;
const BROAD = -0.08;
/** A turn with a jump in it was put together from stills. */
const JUMP_SCORE = 0.2;

/**
 * Depth from a turn of the head. As a head turns, its nose wanders over the far cheek because it stands out, while the
 * distance of the eyes shrinks by no more than the cosine. A flat picture has to be tilted much farther until a landmarker
 * sees the nose wander as far, and its eyes' distance shrinks by that larger cosine (`excess`; `narrowest`: also where the nose
 * does not wander at all). The path between has to be walked through (`jumps`).
 *
 * Any turn does, asked for or not; a picture that is tilted is told even where it shows no turn. What defeats it: a screen
 * that shows a moving head, a mask, a rendered head; and sometimes a print that is held so near to a lens of 90 degrees that
 * perspective does what depth does.
 *
 * Constants: geometry of the canonical face, and the spreads above.
 */
export function createTurnDepthSignal(): SpoofSignal {
  const frontal = createHistogram({ from: -2, to: 1, bins: 600 });
  const excess = createHistogram({ from: -2, to: 1, bins: 600 });
  const everywhere = createHistogram({ from: -2, to: 1, bins: 600 });
  const byPitch = createBreadthByPitch();
  const path = createTurnPath();
  let faces = 0;
  const pitches = createHistogram({ from: -1.6, to: 1.6, bins: 160 });

  return {
    name: 'turn-depth',
    family: 'depth',
    push({ face, timestampMs }): void {
      if (face === null) {
        path.lose();
        return;
      }
      faces += 1;
      const { landmarks, pose } = face;
      const index = yawIndex(landmarks);
      const turned = Math.abs(index);
      path.push(timestampMs, index);
      if (turned > MOST_INDEX) return;
      const breadth = Math.log(
        landmarkDistance(landmarks, RIGHT_OUTER, LEFT_OUTER) /
          landmarkDistance(landmarks, FOREHEAD, SUBNASALE),
      );
      if (turned <= FRONTAL_INDEX) {
        frontal.add(breadth);
        pitches.add(pose.pitchRadians);
        byPitch.teach(pose.pitchRadians, breadth);
      }
      const freed = breadth - Math.log(cosineOf(turned));
      const usual = byPitch.usualAt(pose.pitchRadians);
      if (usual !== null) everywhere.add(freed - usual);
      if (turned < LEAST_INDEX) return;
      const raised = Math.abs(pose.pitchRadians - (pitches.quantile(0.5) ?? pose.pitchRadians));
      if (raised <= MAX_PITCH_CHANGE_RADIANS) excess.add(freed);
    },
    read(): SignalMeasurement {
      if (faces === 0) return { kind: 'unavailable', reason: 'no-face' };
      const straight = frontal.count < LEAST_FRONTAL_FRAMES ? null : frontal.quantile(0.5);
      const turn = excess.count < LEAST_TURNED_FRAMES ? null : excess.quantile(0.5);
      if (straight === null) return { kind: 'unavailable', reason: 'no-straight-face' };
      const seen = everywhere.count;
      const narrowest =
        seen < LEAST_FRAMES
          ? 0
          : Math.min(0, everywhere.quantile(Math.max(NARROW_SHARE, NARROW_FRAMES / seen)) ?? 0);
      const sheet = rampScore(narrowest, { from: NARROW, to: BROAD });
      // Without a turn nothing speaks for depth; a face that grows narrow or jumps speaks against it all the same.
      const against = sheet < 0.5 || path.jumps > 0;
      if (turn === null && !against) return { kind: 'unavailable', reason: 'no-turn' };
      const shape = turn === null ? sheet : likelihoodScore(turn - straight, { live: LIVE, fake: FLAT });
      return {
        kind: 'measured',
        score: Math.min(shape, sheet, path.jumps > 0 ? JUMP_SCORE : 1),
        measures: {
          excess: turn === null ? 0 : turn - straight,
          narrowest,
          jumps: path.jumps,
          frames: excess.count,
        },
      };
    },
    reset(): void {
      frontal.clear();
      excess.clear();
      everywhere.clear();
      byPitch.clear();
      path.reset();
      faces = 0;
      pitches.clear();
    },
  };
}

/** Cosine of the turn at which a head's nose stands at this yaw index. */
function cosineOf(index: number): number {
  const tangent = index / INDEX_AT_45_DEGREES;
  return 1 / Math.sqrt(1 + tangent * tangent);
}
