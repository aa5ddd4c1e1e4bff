import type { Action } from '@huoti/protocol';
import { fitSimilarity } from '../pixels/fitSimilarity.js';
import { moveLandmarks } from '../pixels/moveLandmarks.js';
import type { Picture } from '../pixels/Picture.js';
import { warpPicture } from '../pixels/warpPicture.js';
import type { Random } from '../random/createRandom.js';
import { clamp, mix, smoothstep } from '../random/numbers.js';
import type { Footage } from './Footage.js';
import { nearestRest } from './nearestRest.js';
import type { Performer } from './Performer.js';
import type { Piece, Pieces } from './Pieces.js';

/** What {@link createFootagePlayer} takes. */
export interface FootagePlayerOptions {
  footage: Footage;
  pieces: Pieces;
  random: Random;
  /** Least and most time from a prompt to the first movement, in ms. @default [150, 900] */
  reactionMs?: readonly [number, number];
}

/** A player of pieces, and how it went. */
export interface FootagePlayer extends Performer {
  /** Share of the frames at rest so far that had been shown before: short recordings have few. */
  readonly reusedShare: number;
}

/** How long one recording fades into another at a join, in ms. */
const LEAST_BLEND_MS = 260;
const MOST_BLEND_MS = 420;
/** Rest is played at this share of its pace, so that a short one lasts; pieces within a tenth of theirs. */
const REST_PACE = [0.45, 0.75] as const;
const PIECE_PACE = [0.92, 1.08] as const;
/** A blink that is asked for is slower than those that come by themselves, which is what the recordings have. */
const BLINK_PACE = [0.7, 0.95] as const;

/** A way through the recording: where it is, and where it goes. */
interface Track {
  /** Frames in order. */
  readonly frames: readonly number[];
  /** Place in `frames`, with fractions. */
  at: number;
  /** Frames of the recording a ms. */
  pace: number;
  readonly rest: boolean;
}

/**
 * Plays a person's footage so that it does what is asked: rests, and after a human delay plays the piece of the action.
 * Two pieces are joined where the poses match best, both laid onto each other by their rigid points and faded, never cut.
 *
 * @example
 * const player = createFootagePlayer({ footage, pieces: findPieces(footage, row), random });
 * player.perform('blink', 1200);
 * const landmarks = player.drawAt(2000, picture);
 */
export function createFootagePlayer({
  footage,
  pieces,
  random,
  reactionMs = [150, 900],
}: FootagePlayerOptions): FootagePlayer {
  const paceOf = ([low, high]: readonly [number, number]): number =>
    (footage.fps / 1000) * random.between(low, high);
  const spare: Picture = {
    data: new Uint8ClampedArray(footage.widthPx * footage.heightPx * 4),
    widthPx: footage.widthPx,
    heightPx: footage.heightPx,
  };
  const shown = new Set<number>();
  const played = new Set<Piece>();
  const aligned = new Float32Array(478 * 3);
  const target = new Float32Array(478 * 3);
  let restFrames = 0;
  let reused = 0;
  let lastMs: number | null = null;
  let asked: { readonly piece: Piece; readonly atMs: number } | null = null;
  let track = restTrack(startFrame());
  let incoming: { readonly track: Track; readonly sinceMs: number; readonly blendMs: number } | null = null;

  /** Begins in the longest rest. */
  function startFrame(): number {
    const longest = [...pieces.neutral].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
    return longest ? longest[0] : pieces.measures.findIndex((one) => one !== null);
  }

  /** Rest from a frame on, to the end of its stretch. */
  function restTrack(from: number): Track {
    const stretch = pieces.neutral.find(([first, last]) => from >= first && from <= last) ?? [from, from];
    const forwards = stretch[1] - from >= from - stretch[0];
    const length = forwards ? stretch[1] - from : from - stretch[0];
    const frames = Array.from({ length: length + 1 }, (_, index) => (forwards ? from + index : from - index));
    return { frames, at: 0, pace: paceOf(REST_PACE), rest: true };
  }

  const frameOf = (one: Track): number =>
    one.frames[clamp(Math.round(one.at), 0, one.frames.length - 1)] as number;
  const left = (one: Track): number => (one.frames.length - 1 - one.at) / one.pace;

  function blendTo(next: Track, atMs: number): void {
    incoming = { track: next, sinceMs: atMs, blendMs: random.between(LEAST_BLEND_MS, MOST_BLEND_MS) };
  }

  function advance(atMs: number): void {
    const elapsedMs = lastMs === null ? 0 : Math.max(0, atMs - lastMs);
    lastMs = atMs;
    track.at += elapsedMs * track.pace;
    if (incoming) {
      incoming.track.at += elapsedMs * incoming.track.pace;
      if (atMs - incoming.sinceMs >= incoming.blendMs) {
        track = incoming.track;
        incoming = null;
      }
      return;
    }
    if (asked && atMs >= asked.atMs && track.rest) {
      const { frames, action } = asked.piece;
      asked = null;
      const pace = paceOf(action === 'blink' ? BLINK_PACE : PIECE_PACE);
      return blendTo({ frames, at: 0, pace, rest: false }, atMs);
    }
    // The end of a way comes in sight: fade over to the rest whose face is most like it.
    if (left(track) <= LEAST_BLEND_MS) {
      const end = track.frames[track.frames.length - 1] as number;
      const next = nearestRest(footage, pieces, end, { avoid: shown, random });
      blendTo(restTrack(next ?? end), atMs);
    }
  }

  function note(frame: number, rest: boolean): void {
    if (!rest) return;
    restFrames += 1;
    if (shown.has(frame)) reused += 1;
    shown.add(frame);
  }

  return {
    widthPx: footage.widthPx,
    heightPx: footage.heightPx,
    actions: pieces.actions.map(({ action }) => action),
    get reusedShare() {
      return restFrames === 0 ? 0 : reused / restFrames;
    },
    perform(action: Action, atMs: number, again = false) {
      const fitting = pieces.actions.filter((piece) => piece.action === action);
      const fresh = fitting.filter((piece) => !played.has(piece));
      // Nobody does a thing twice to the last pixel.
      if (again && fresh.length === 0) return;
      const from = fresh.length > 0 ? fresh : fitting;
      const piece = from[Math.floor(random.next() * from.length)];
      if (!piece) return;
      played.add(piece);
      asked = { piece, atMs: atMs + random.between(reactionMs[0], reactionMs[1]) };
    },
    drawAt(atMs, out) {
      advance(atMs);
      const frame = frameOf(track);
      note(frame, track.rest);
      const here = footage.landmarks(frame);
      footage.read(frame, out);
      if (!incoming || !here) return here;
      const other = frameOf(incoming.track);
      const there = footage.landmarks(other);
      if (!there) return here;
      const share = smoothstep(0, 1, (atMs - incoming.sinceMs) / incoming.blendMs);
      for (let i = 0; i < target.length; i++) target[i] = mix(here[i] as number, there[i] as number, share);
      spare.data.set(out.data);
      const ofHere = fitSimilarity(here, target);
      const ofThere = fitSimilarity(there, target);
      warpPicture(spare, ofHere, out);
      footage.read(other, spare);
      warpPicture(spare, ofThere, out, share);
      moveLandmarks(there, ofThere, aligned);
      moveLandmarks(here, ofHere, target);
      for (let i = 0; i < target.length; i++) {
        target[i] = mix(target[i] as number, aligned[i] as number, share);
      }
      return target;
    },
  };
}
