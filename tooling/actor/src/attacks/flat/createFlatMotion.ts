import type { Action } from '@huoti/protocol';
import type { Random } from '../../random/createRandom.js';
import { smoothstep } from '../../random/numbers.js';
import type { FlatPose } from './FlatPose.js';

/** How a flat thing is moved by the hand that holds it. */
export interface FlatMotionOptions {
  random: Random;
  /** In cm. */
  distanceCm: number;
  /** How unsteady the hand is: 0 is a stand, 1 a hand. */
  sway: number;
  /** How far it is tilted for a turn and for a nod, in radians; 0 leaves them out. */
  turnRadians: number;
  nodRadians: number;
  /** Whether it comes nearer when that is asked for. */
  approaches: boolean;
  /** Most bend while an action is asked for, one over cm. @default 0 */
  bend?: number;
  /** Bend at rest. @default 0 */
  restBend?: number;
}

/** The hand's answer to prompts. */
export interface FlatMotion {
  perform(action: Action, atMs: number): void;
  poseAt(atMs: number): FlatPose;
}

interface Move {
  readonly startMs: number;
  readonly riseMs: number;
  readonly holdMs: number;
  readonly returnMs: number;
  readonly yaw: number;
  readonly pitch: number;
  /** Over the distance. */
  readonly near: number;
  readonly bend: number;
}

/** A sheet comes nearer by this factor at least: a whole approach is 1.25. */
const APPROACH = 1.36;

/** Moves a sheet or a screen as a hand does that wants it to look like a head. */
export function createFlatMotion({
  random,
  distanceCm,
  sway,
  turnRadians,
  nodRadians,
  approaches,
  bend = 0,
  restBend = 0,
}: FlatMotionOptions): FlatMotion {
  const moves: Move[] = [];
  const waves = Array.from({ length: 6 }, () => ({
    slowHz: random.between(0.15, 0.5),
    fastHz: random.between(0.9, 2.4),
    slowAt: random.between(0, 7),
    fastAt: random.between(0, 7),
  }));
  const wave = (axis: number, atMs: number): number => {
    const { slowHz, fastHz, slowAt, fastAt } = waves[axis] as (typeof waves)[number];
    const turn = (atMs / 1000) * 2 * Math.PI;
    return sway * (Math.sin(turn * slowHz + slowAt) + 0.3 * Math.sin(turn * fastHz + fastAt));
  };
  return {
    perform(action, atMs) {
      const yaw = action === 'turn-left' ? turnRadians : action === 'turn-right' ? -turnRadians : 0;
      moves.push({
        startMs: atMs + random.between(150, 900),
        riseMs: random.between(350, 800),
        holdMs: random.between(100, 400),
        returnMs: random.between(350, 700),
        yaw: yaw * random.between(0.9, 1.1),
        pitch: action === 'nod' ? nodRadians * random.between(0.9, 1.1) : 0,
        near: action === 'approach' && approaches ? APPROACH * random.between(0.97, 1.12) : 1,
        bend: bend * random.between(0.6, 1),
      });
    },
    poseAt(atMs) {
      let yaw = 0.03 * wave(0, atMs);
      let pitch = 0.03 * wave(1, atMs);
      let near = 1;
      let curve = restBend;
      for (const move of moves) {
        const share = shareOf(move, atMs);
        yaw += move.yaw * share;
        pitch += move.pitch * share;
        near *= 1 + (move.near - 1) * share;
        curve += move.bend * share;
      }
      return {
        yaw,
        pitch,
        roll: 0.02 * wave(2, atMs),
        xCm: 0.35 * wave(3, atMs),
        yCm: 0.35 * wave(4, atMs),
        zCm: (distanceCm * (1 + 0.012 * wave(5, atMs))) / near,
        bend: curve,
      };
    },
  };
}

function shareOf({ startMs, riseMs, holdMs, returnMs }: Move, atMs: number): number {
  const sinceMs = atMs - startMs;
  if (sinceMs <= 0) return 0;
  if (sinceMs < riseMs + holdMs) return smoothstep(0, riseMs, sinceMs);
  return 1 - smoothstep(0, returnMs, sinceMs - riseMs - holdMs);
}
