import { landmarkDistance } from '../../geometry/landmarkDistance.js';
import { yawIndex } from '../../geometry/yawIndex.js';
import { likelihoodScore } from '../likelihoodScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createSizeBins } from './createSizeBins.js';

type Breadth = readonly [right: number, left: number];
/** Outer eye corners and cheekbones; and, farther from the camera, the face's edges at three heights. */
const NEAR: readonly Breadth[] = [
  [33, 263],
  [117, 346],
];
const FAR: readonly Breadth[] = [
  [234, 454],
  [127, 356],
  [132, 361],
];
/** How much nearer the first are, in cm (canonical face: 3.1 and -2.2). The nose is nearer still, and a landmarker guesses it. */
const DEPTH_CM = 5.3;
/** Forehead and the nose's base: the face's height, which no jaw changes. */
const FOREHEAD = 10;
const SUBNASALE = 2;
/** Distance of the outer eye corners on the canonical face, in cm. */
const EYES_CM = 8.892;
/** Focal length over the frame's longer side: 55 to 65 degrees across, as front cameras and webcams have. */
const FOCAL_OVER_SIDE = 0.95;

/** Straight frames whose mean the later ones are compared with. */
const FIRST_FRAMES = 4;
/** Frames are compared while the head looks straight ahead and as high as in the first ones: yaw index, and rad. */
const MAX_YAW_INDEX = 0.12;
const MAX_PITCH_CHANGE_RADIANS = 0.2;
/** ... and while breadth over height stays as it was (logarithm): a sheet tilted by 22 degrees has lost 0.08. */
const MAX_SHAPE_CHANGE = 0.08;
/** Frames closer together, in ms, show nothing new. */
const LEAST_INTERVAL_MS = 45;
/** Frames that do not fit to the first before another one is taken for it. */
const STRANGE_FRAMES = 40;
/** Least way from the smallest size to the largest: 40 cm become 37. */
const LEAST_GROWTH = 1.08;
/**
 * What a landmarker makes up, as a slope of the breadths over the size: train prints and screens that are moved near and far
 * show up to 0.01 either way where there is nothing (2026-11-26). From a metre away a head shows 0.05.
 */
const MADE_UP_SLOPE = 0.015;
/** A head and a sheet have to be three standard errors apart. */
const MOST_ERROR = 1 / 3;
/**
 * Share of a head's parallax: by the geometry 1 and 0. Measured where the size changes by 1.08 or more (2026-11-26): prints
 * and screens -0.24 to 0.07; people 0.9 to 1.7; drawn people through the landmarker 0.5; landmarks of synthetic ones
 * 0.6 to 1.
 */
const LIVE = { mean: 1, deviation: 0.5 };
const FLAT = { mean: 0, deviation: 0.05 };

/**
 * Depth from coming nearer. The eyes stand 5 cm nearer to the camera than the face's edges, and grow faster than they do when
 * the face comes nearer: by 1 / distance for each cm. A flat picture, and a screen that is moved, grows all over alike.
 * Told: the slope of that growth over the growth in size, as a share of what a head of that size in the picture would show
 * (`share`: 0 flat, 1 a head).
 *
 * Needs no asked-for action: any change of size will do, nearer or farther. From more than about 75 cm away nothing can be
 * told. What defeats it: a video in which the person comes nearer, a mask, a rendered head; a picture bent over a
 * cylinder comes part of the way.
 *
 * Constants: geometry of the canonical face and of a lens of 60 degrees, and what a landmarker makes up.
 */
export function createApproachParallaxSignal(): SpoofSignal {
  const bins = createSizeBins();
  const first = { frames: 0, size: 0, shape: 0, pitch: 0, nearness: 0 };
  let lastMs = -Infinity;
  let strange = 0;
  let faces = 0;

  const forget = (): void => {
    bins.clear();
    first.frames = 0;
    strange = 0;
  };

  return {
    name: 'approach-parallax',
    family: 'depth',
    push({ face, timestampMs, frameWidthPx, frameHeightPx }): void {
      if (face === null) return;
      faces += 1;
      const { landmarks, pose } = face;
      if (timestampMs - lastMs < LEAST_INTERVAL_MS || Math.abs(yawIndex(landmarks)) > MAX_YAW_INDEX) return;
      lastMs = timestampMs;
      const near = meanLogarithm(landmarks, NEAR);
      const height = Math.log(landmarkDistance(landmarks, FOREHEAD, SUBNASALE));
      const size = (near + height) / 2;
      const shape = near - height;
      const pitch = pose.pitchRadians;
      if (first.frames < FIRST_FRAMES) {
        first.frames += 1;
        const pxPerCm = landmarkDistance(landmarks, 33, 263) / EYES_CM;
        const nearness = pxPerCm / (FOCAL_OVER_SIDE * Math.max(frameWidthPx, frameHeightPx));
        first.size += (size - first.size) / first.frames;
        first.shape += (shape - first.shape) / first.frames;
        first.pitch += (pitch - first.pitch) / first.frames;
        first.nearness += (nearness - first.nearness) / first.frames;
        return;
      }
      const alike =
        Math.abs(pitch - first.pitch) <= MAX_PITCH_CHANGE_RADIANS &&
        Math.abs(shape - first.shape) <= MAX_SHAPE_CHANGE;
      strange = alike ? 0 : strange + 1;
      if (alike) bins.add(size - first.size, near - meanLogarithm(landmarks, FAR));
      else if (strange >= STRANGE_FRAMES && bins.line() === null) forget();
    },
    read(): SignalMeasurement {
      if (faces === 0) return { kind: 'unavailable', reason: 'no-face' };
      const line = bins.line();
      if (line === null || line.growth < LEAST_GROWTH) {
        return { kind: 'unavailable', reason: 'no-approach' };
      }
      // Half way of what was seen, a head of this size in the picture shows this slope.
      const expected = DEPTH_CM * first.nearness * line.middle;
      const share = line.slope / expected;
      const error = Math.sqrt(line.error ** 2 + MADE_UP_SLOPE ** 2) / expected;
      if (!(error <= MOST_ERROR)) return { kind: 'unavailable', reason: 'too-uncertain' };
      return {
        kind: 'measured',
        score: likelihoodScore(share, { live: LIVE, fake: FLAT, error }),
        measures: { share, error, growth: line.growth },
      };
    },
    reset(): void {
      forget();
      lastMs = -Infinity;
      faces = 0;
    },
  };
}

/** Mean logarithm of distances on the face. */
function meanLogarithm(landmarks: Float32Array, breadths: readonly Breadth[]): number {
  let sum = 0;
  for (const [right, left] of breadths) sum += Math.log(landmarkDistance(landmarks, right, left));
  return sum / breadths.length;
}
