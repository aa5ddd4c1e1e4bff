import { headPose } from '../../geometry/HeadPose.js';
import type { FaceObservation } from '../../vision/FaceObservation.js';
import { deformFace } from './deformFace.js';
import type { FaceShape } from './FaceShape.js';
import { moveEndMs, moveLevel, settleMove, type SettledMove } from './moveTiming.js';
import { projectFace } from './projectFace.js';
import { seededNumbers } from './seededNumbers.js';
import { shapeHead } from './shapeHead.js';
import type { SubjectMove, SubjectTiming } from './SubjectMove.js';
import type { SubjectPerson } from './SubjectPerson.js';

/** What {@link createSubject} takes: a person, and the frame they are seen in. */
export interface SubjectOptions extends SubjectPerson {
  /** @default 480 */
  frameWidthPx?: number;
  /** @default 640 */
  frameHeightPx?: number;
}

/** A synthetic person: plain landmarks, no pictures. */
export interface Subject {
  /**
   * Asks for a move at a time. Moves may overlap; the latency of a human comes on top.
   *
   * @returns when the move is over, in ms
   */
  perform(move: SubjectMove, atMs: number, timing?: SubjectTiming): number;
  /** What a landmarker would see at a time: the same for the same time. */
  observe(atMs: number): FaceObservation;
  /** How the face truly stands at a time. */
  truth(atMs: number): FaceShape;
}

/** Yaw of a turn of amplitude 1, in rad: there the middle head's yaw index is 0.5 at arm's length. */
const TURN_RADIANS = 0.56;
const NOD_RADIANS = 0.25;
const LOOK_RADIANS = 0.5;
const FULL_MOUTH = 0.5;
const APPROACH_RATIO = 1.25;
const AWAY_RATIO = 0.8;
/** Speech opens the mouth up to this, a few times a second. */
const TALK_MOUTH = 0.3;
const FOCAL_OVER_WIDTH = 1.37;
/** A living head is never quite still: slow sways of about a degree. */
const SWAY_RADIANS = 0.015;
const SWAY_NEARNESS = 0.008;
/** A smile narrows the eyes by this share. */
const SMILE_LIDS = 0.15;
/** Unasked blinks are laid out this far ahead, in ms. */
const LIFE_MS = 600_000;

/**
 * Makes a person who does what the test says: blinks, opens the mouth, turns, nods, comes nearer, speaks, smiles, looks
 * about, with a human's delay, course and trembling. Numbers look like the attention mesh's on real people.
 *
 * @example
 * const subject = createSubject({ seed: 3, blinksPerMinute: 15 });
 * subject.perform('turn-left', 1000);
 * const observation = subject.observe(1500);
 */
export function createSubject(options: SubjectOptions = {}): Subject {
  const {
    seed = 1,
    eyeOpening = 0.28,
    restingMouth = 0.01,
    noise = 0.002,
    blinksPerMinute = 0,
    distanceCm = 45,
    restingPitchRadians = 0,
    frameWidthPx = 480,
    frameHeightPx = 640,
  } = options;
  const head = shapeHead(options);
  const timing = seededNumbers(seed * 104729 + 1);
  const phases = [timing(), timing(), timing(), timing()].map((share) => share * 2 * Math.PI);
  const camera = { frameWidthPx, frameHeightPx, focalOverWidth: FOCAL_OVER_WIDTH, distanceCm };
  const moves: SettledMove[] = [];
  if (blinksPerMinute > 0) {
    const blinking = seededNumbers(seed * 15485863 + 5);
    const everyMs = 60_000 / blinksPerMinute;
    for (let atMs = everyMs * blinking(); atMs < LIFE_MS; atMs += everyMs * (0.4 + 1.2 * blinking())) {
      moves.push(settleMove('blink', atMs, { latencyMs: 0 }, blinking));
    }
  }

  const truth = (atMs: number): FaceShape => {
    const wave = (periodMs: number, phase: number): number =>
      Math.sin((2 * Math.PI * atMs) / periodMs + (phases[phase] ?? 0));
    const shape: FaceShape = {
      yawRadians: SWAY_RADIANS * wave(3700, 0),
      pitchRadians: restingPitchRadians + SWAY_RADIANS * wave(2900, 1),
      rollRadians: SWAY_RADIANS * wave(5300, 2),
      leftLid: 0,
      rightLid: 0,
      mouth: restingMouth,
      smile: 0,
      nearness: 1 + SWAY_NEARNESS * wave(4100, 3),
    };
    for (const move of moves) {
      if (atMs > move.startMs && atMs < moveEndMs(move)) apply(shape, move, atMs);
    }
    return shape;
  };

  return {
    truth,
    perform(move, atMs, wishes = {}): number {
      const settled = settleMove(move, atMs, wishes, timing);
      moves.push(settled);
      return moveEndMs(settled);
    },
    observe(atMs): FaceObservation {
      const shape = truth(atMs);
      const landmarks = projectFace(deformFace(head, shape, eyeOpening), shape, camera);
      tremble(landmarks, noise, seededNumbers(seed * 31 + Math.round(atMs * 10)));
      return {
        landmarks,
        box: boxOf(landmarks),
        presence: 0.99,
        pose: headPose(landmarks),
        frameWidthPx,
        frameHeightPx,
        timestampMs: atMs,
      };
    },
  };
}

function apply(shape: FaceShape, move: SettledMove, atMs: number): void {
  const level = moveLevel(move, atMs);
  const amount = level * move.amplitude;
  const shut = Math.min(1, amount);
  switch (move.move) {
    case 'blink':
    case 'gaze-down':
      shape.leftLid = Math.max(shape.leftLid, shut);
      shape.rightLid = Math.max(shape.rightLid, shut);
      break;
    case 'wink':
      shape.leftLid = Math.max(shape.leftLid, shut);
      break;
    case 'mouth-open':
      shape.mouth = Math.max(shape.mouth, FULL_MOUTH * amount);
      break;
    case 'talk': {
      const seconds = atMs / 1000;
      const syllables = Math.sin(2 * Math.PI * 2.1 * seconds) * Math.sin(2 * Math.PI * 3.3 * seconds + 1);
      shape.mouth = Math.max(shape.mouth, TALK_MOUTH * amount * Math.abs(syllables));
      break;
    }
    case 'turn-left':
      shape.yawRadians += TURN_RADIANS * amount;
      break;
    case 'turn-right':
      shape.yawRadians -= TURN_RADIANS * amount;
      break;
    case 'nod':
      shape.pitchRadians -= NOD_RADIANS * amount;
      break;
    case 'look-up':
      shape.pitchRadians += LOOK_RADIANS * amount;
      break;
    case 'look-down':
      shape.pitchRadians -= LOOK_RADIANS * amount;
      break;
    case 'approach':
      shape.nearness *= Math.pow(APPROACH_RATIO, amount);
      break;
    case 'away':
      shape.nearness *= Math.pow(AWAY_RATIO, amount);
      break;
    case 'smile':
      shape.smile = Math.max(shape.smile, amount);
      shape.leftLid = Math.max(shape.leftLid, SMILE_LIDS * amount);
      shape.rightLid = Math.max(shape.rightLid, SMILE_LIDS * amount);
      break;
  }
}

function tremble(landmarks: Float32Array, noise: number, next: () => number): void {
  if (noise === 0) return;
  const dx = (landmarks[263 * 3] ?? 0) - (landmarks[33 * 3] ?? 0);
  const dy = (landmarks[263 * 3 + 1] ?? 0) - (landmarks[33 * 3 + 1] ?? 0);
  const spread = noise * Math.sqrt(dx * dx + dy * dy);
  for (let index = 0; index < landmarks.length; index += 1) {
    // The sum of three uniform numbers in [-1, 1] has a standard deviation of 1 and is nearly normal.
    landmarks[index] = (landmarks[index] ?? 0) + spread * (2 * (next() + next() + next()) - 3);
  }
}

function boxOf(landmarks: Float32Array): FaceObservation['box'] {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let index = 0; index < landmarks.length; index += 3) {
    const x = landmarks[index] ?? left;
    const y = landmarks[index + 1] ?? top;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}
