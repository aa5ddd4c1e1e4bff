import type { Action } from '@huoti/protocol';
import type { ClipRow, LabelledAction } from './ClipRow.js';
import type { Footage } from './Footage.js';
import { measureFootage, type FrameMeasures } from './measureFootage.js';
import type { LeftOut, Piece, Pieces } from './Pieces.js';
import { provePiece } from './provePiece.js';

/**
 * How near to its own rest a face is when it rests, as a share of what the session allows (`isNeutral` in core): pieces are
 * joined there, and have to be seen as neutral in whatever light they are played.
 */
const MOST_YAW = 0.14;
const MOST_PITCH = 0.11;
const MOST_MOUTH = 0.12;
const LEAST_EYES = 0.7;

/** Shorter rests, in ms, are no stretch to wait in. */
const LEAST_REST_MS = 400;
/** Labels are by eye: the movement's peak is looked for this far beyond them, in ms. */
const LABEL_SLACK_MS = 500;
/** A movement that has not come from rest, or back, within this time of its peak, in ms, is played back instead. */
const LONGEST_WAY_MS = 2600;
/** A piece begins and ends with this much rest, in ms: what fades in and out there must not be the movement itself. */
const LEAD_MS = 440;
/** What the detectors ask for, and a little more (core, challenge/motion). */
const TURN_INDEX = 0.56;
const MOUTH_OPENNESS = 0.52;
const MOUTH_HOLD_MS = 340;
const SHUT_SHARE = 0.45;
/** What recordings are cut into. */
const ACTIONS_CUT: readonly Action[] = ['turn-left', 'turn-right', 'mouth-open', 'blink'];
/** A piece in which another action is done by this much of its whole would be a wrong action. Blinks never are. */
const OTHER_SHARE = 0.85;

/**
 * Cuts a recording into what was labelled in it, each from rest to rest, and into the stretches between.
 *
 * A piece has to show, by its own landmarks, what its label says; one that does not is left out and says why.
 */
export function findPieces(footage: Footage, { actions: labels }: Pick<ClipRow, 'actions'>): Pieces {
  const measures = measureFootage(footage);
  const rest = restOf(measures);
  if (!rest) return { actions: [], neutral: [], measures, rest, leftOut: [] };
  const resting = measures.map((one) => one !== null && isResting(one, rest));
  const actions: Piece[] = [];
  const leftOut: LeftOut[] = [];
  for (const label of labels) {
    const cut = cutPiece(label, { footage, measures, rest, resting });
    if (typeof cut === 'string') leftOut.push({ action: label.action, startMs: label.startMs, why: cut });
    else actions.push(cut);
  }
  return { actions, neutral: stretches(resting, footage.fps), measures, rest, leftOut };
}

const middle = (values: readonly number[], share = 0.5): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
};

/** How a person looks who does nothing: medians of the frames that look ahead with open eyes and a shut mouth. */
function restOf(measures: readonly (FrameMeasures | null)[]): FrameMeasures | null {
  const ahead = measures.filter((one): one is FrameMeasures => one !== null && Math.abs(one.yaw) < 0.2);
  if (ahead.length === 0) return null;
  const eyes = middle(
    ahead.map((one) => one.eyes),
    0.7,
  );
  const calm = ahead.filter((one) => one.eyes > 0.75 * eyes && one.mouth < 0.25);
  const of = calm.length > 0 ? calm : ahead;
  return {
    yaw: middle(of.map((one) => one.yaw)),
    pitch: middle(of.map((one) => one.pitch)),
    eyes,
    lesserEye: middle(
      of.map((one) => one.lesserEye),
      0.7,
    ),
    mouth: middle(of.map((one) => one.mouth)),
    scale: middle(of.map((one) => one.scale)),
  };
}

const isResting = (one: FrameMeasures, rest: FrameMeasures): boolean =>
  Math.abs(one.yaw - rest.yaw) < MOST_YAW &&
  Math.abs(one.pitch - rest.pitch) < MOST_PITCH &&
  one.mouth < rest.mouth + MOST_MOUTH &&
  one.eyes > rest.eyes * LEAST_EYES &&
  one.lesserEye > rest.lesserEye * LEAST_EYES;

function stretches(resting: readonly boolean[], fps: number): [number, number][] {
  const found: [number, number][] = [];
  let first: number | null = null;
  for (let frame = 0; frame <= resting.length; frame++) {
    if (resting[frame]) first ??= frame;
    else if (first !== null) {
      if (((frame - first) * 1000) / fps >= LEAST_REST_MS) found.push([first, frame - 1]);
      first = null;
    }
  }
  return found;
}

interface Cutting {
  readonly footage: Footage;
  readonly measures: readonly (FrameMeasures | null)[];
  readonly rest: FrameMeasures;
  readonly resting: readonly boolean[];
}

/** How far a frame is along an action: 1 and more is all of it. */
function amplitude(action: Action, one: FrameMeasures, rest: FrameMeasures): number {
  if (action === 'turn-left') return one.yaw / TURN_INDEX;
  if (action === 'turn-right') return -one.yaw / TURN_INDEX;
  if (action === 'mouth-open') return one.mouth / MOUTH_OPENNESS;
  return (1 - one.eyes / rest.eyes) / (1 - SHUT_SHARE);
}

function over(action: Action, frame: number, { measures, rest }: Cutting): number {
  const one = measures[frame];
  return one ? amplitude(action, one, rest) : 0;
}

function cutPiece(label: LabelledAction, cutting: Cutting): Piece | string {
  const { action } = label;
  const { footage, measures, resting } = cutting;
  const at = (ms: number): number =>
    Math.max(0, Math.min(footage.frameCount - 1, Math.round((ms * footage.fps) / 1000)));
  const reach = (frame: number): number => over(action, frame, cutting);
  let peak = at(label.startMs - LABEL_SLACK_MS);
  for (let frame = peak; frame <= at(label.endMs + LABEL_SLACK_MS); frame++) {
    if (reach(frame) > reach(peak)) peak = frame;
  }
  if (reach(peak) < 1) return `reaches ${reach(peak).toFixed(2)} of the ${action} that a session asks for`;
  const way = Math.round((LONGEST_WAY_MS * footage.fps) / 1000);
  const before = restBeside(resting, measures, peak, -1, way);
  const after = restBeside(resting, measures, peak, 1, way);
  if (before === null && after === null) return 'neither comes from rest nor goes back to it';
  const lead = Math.round((LEAD_MS * footage.fps) / 1000);
  const there =
    before === null ? null : [...restFrom(resting, before, -1, lead).reverse(), ...range(before, peak)];
  const back = after === null ? null : [...range(peak, after), ...restFrom(resting, after, 1, lead)];
  const frames = [
    ...(there ?? [...(back ?? [])].reverse()),
    ...(back ?? [...(there ?? [])].reverse()).slice(1),
  ];
  const other = ACTIONS_CUT.find(
    (one) =>
      one !== action && one !== 'blink' && frames.some((frame) => over(one, frame, cutting) >= OTHER_SHARE),
  );
  if (other) return `shows a ${other} as well`;
  if (action === 'mouth-open') {
    const held = frames.filter((frame) => reach(frame) >= 1).length;
    if ((held * 1000) / footage.fps < MOUTH_HOLD_MS) return 'the mouth is not held open for long enough';
  }
  const piece: Piece = { action, frames, mirroredInTime: before === null || after === null };
  return provePiece(footage, piece, cutting.rest) ?? piece;
}

/** The nearest frame at rest, on one side of a peak; `null` where a frame without a face is met first. */
function restBeside(
  resting: readonly boolean[],
  measures: readonly (FrameMeasures | null)[],
  peak: number,
  step: 1 | -1,
  most: number,
): number | null {
  for (let frame = peak; Math.abs(frame - peak) <= most; frame += step) {
    if (!measures[frame]) return null;
    if (resting[frame]) return frame;
  }
  return null;
}

/** So many frames at rest beyond one, to one side; where the recording has fewer, the last of them stands still. */
function restFrom(resting: readonly boolean[], from: number, step: 1 | -1, count: number): number[] {
  const frames: number[] = [];
  let frame = from;
  while (frames.length < count) {
    if (resting[frame + step]) frame += step;
    frames.push(frame);
  }
  return frames;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
