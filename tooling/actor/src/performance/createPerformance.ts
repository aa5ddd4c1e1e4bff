import { HuotiError, type Action } from '@huoti/protocol';
import type { SessionEvent } from '@huoti/core';
import { createRandom } from '../random/createRandom.js';
import { clamp } from '../random/numbers.js';
import { NEUTRAL_POSE, type SubjectPose } from '../render/SubjectPose.js';
import { createIdle } from './createIdle.js';
import { createMovement } from './createMovement.js';
import { endOfMovement, REACH_KEYS, type Movement } from './Movement.js';
import { movementAt } from './movementAt.js';

/** One line of a script. */
export interface ScriptStep {
  readonly action: Action;
  /** When it is prompted, counted from the start of the performance, in ms. The body follows after a reaction time. */
  readonly atMs: number;
}

/** What {@link createPerformance} takes. */
export interface PerformanceOptions {
  /** What is done without a session to ask for it. @default [] */
  script?: readonly ScriptStep[];
  /** Same seed, same person, same timing. @default 1 */
  seed?: number;
  /** Pose at rest. @default NEUTRAL_POSE with a hint of a smile */
  rest?: Partial<SubjectPose>;
  /** Nothing moves, not even the lids: a photo. @default false */
  frozen?: boolean;
  /** The lips move as in speech all the time. @default false */
  talking?: boolean;
  /** The first turn that is asked for goes the wrong way. @default false */
  firstTurnWrong?: boolean;
  /** Prompted actions that are not done at all. @default [] */
  ignored?: readonly Action[];
}

/** Someone who plays a script, or answers prompts as they come. Times are on one clock, in ms. */
export interface ActorPerformance {
  /** Sets the time that the script counts from. The frame source does it when it is opened; only the first call counts. */
  begin(atMs: number): void;
  /** Where the person is at a time. The same prompts and seed give the same pose, whatever was asked before. */
  poseAt(atMs: number): SubjectPose;
  /** Prompts an action at a time; the person reacts after a human delay. */
  perform(action: Action, atMs: number): Movement;
  /** Answers what a session asks for, until the returned function is called. */
  follow(session: { subscribe(listener: (event: SessionEvent) => void): () => void }): () => void;
  /** Movements so far, in the order they were prompted. */
  readonly movements: readonly Movement[];
  /** When the last movement is over, in ms; the beginning where there is none. */
  readonly endMs: number;
}

/**
 * A person's movement over time: asked-for actions with human timing, over a body that is never quite still.
 *
 * @throws HuotiError INVALID_ARGUMENT for a script that has a time below 0
 * @example
 * const performance = createPerformance({ seed: 3 });
 * const stop = performance.follow(session);
 */
export function createPerformance({
  script = [],
  seed = 1,
  rest = {},
  frozen = false,
  talking = false,
  firstTurnWrong = false,
  ignored = [],
}: PerformanceOptions = {}): ActorPerformance {
  if (script.some(({ atMs }) => !(atMs >= 0))) {
    throw new HuotiError('INVALID_ARGUMENT', 'script: atMs counts from the start and is 0 or more');
  }
  const base: SubjectPose = { ...NEUTRAL_POSE, smile: 0.12, ...rest };
  const random = createRandom(seed);
  const firstSide = random.next() < 0.5 ? 1 : -1;
  const idle = createIdle(seed);
  const movements: Movement[] = [];
  let beginMs: number | null = null;
  let wrongTurns = firstTurnWrong ? 1 : 0;

  const perform = (action: Action, atMs: number): Movement => {
    const turn = action === 'turn-left' || action === 'turn-right';
    const done = turn && wrongTurns-- > 0 ? (action === 'turn-left' ? 'turn-right' : 'turn-left') : action;
    const movement = createMovement(done, atMs, firstSide, createRandom(seed * 131 + movements.length + 1));
    movements.push(ignored.indexOf(action) >= 0 ? { ...movement, reach: {} } : movement);
    return movement;
  };
  const begin = (atMs: number): void => {
    if (beginMs !== null) return;
    beginMs = atMs;
    for (const step of script) perform(step.action, atMs + step.atMs);
  };

  return {
    begin,
    perform,
    movements,
    get endMs() {
      return movements.reduce((last, movement) => Math.max(last, endOfMovement(movement)), beginMs ?? 0);
    },
    poseAt: (atMs) => {
      begin(0);
      if (frozen) return base;
      const sinceMs = atMs - (beginMs ?? 0);
      const pose = atRest(base, idle(Math.max(0, sinceMs)), talking ? sinceMs : null);
      for (const movement of movements) add(pose, movement, movementAt(movement, atMs));
      pose.blink = clamp(pose.blink, -0.2, 1);
      return pose;
    },
    follow: (session) =>
      session.subscribe((event) => {
        if (event.type === 'challenge-start') perform(event.action, event.atMs);
      }),
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function atRest(
  base: SubjectPose,
  idle: ReturnType<ReturnType<typeof createIdle>>,
  talkMs: number | null,
): Writable<SubjectPose> {
  const syllable =
    talkMs === null ? 0 : Math.sin(talkMs / 38) * Math.sin(talkMs / 97) * Math.sin(talkMs / 410);
  return {
    yawRadians: base.yawRadians + idle.yawRadians,
    pitchRadians: base.pitchRadians + idle.pitchRadians,
    rollRadians: base.rollRadians + idle.rollRadians,
    distanceCm: base.distanceCm + idle.distanceCm,
    xCm: base.xCm + idle.xCm,
    yCm: base.yCm + idle.yCm,
    blink: base.blink + idle.blink,
    mouthOpen: base.mouthOpen + 0.45 * Math.abs(syllable),
    smile: base.smile,
    browRaise: base.browRaise,
    gazeX: base.gazeX + idle.gazeX,
    gazeY: base.gazeY + idle.gazeY,
  };
}

function add(pose: Writable<SubjectPose>, { reach }: Movement, share: number): void {
  if (share === 0) return;
  for (const key of REACH_KEYS) pose[key] += share * (reach[key] ?? 0);
  pose.distanceCm *= 1 + share * ((reach.distanceFactor ?? 1) - 1);
  // Eyes stay on the screen while the head turns away.
  pose.gazeX -= 0.5 * clamp(share * (reach.yawRadians ?? 0), -0.6, 0.6);
  pose.gazeY -= 0.4 * clamp(share * (reach.pitchRadians ?? 0), -0.4, 0.4);
}
