/** One closing and opening of the lids, as its frames showed it. */
export interface LidClosure {
  /** From the last open frame to the first open one again, in ms. */
  readonly durationMs: number;
  /** Least openness over the open level, 0 shut to 1 open. */
  readonly lowest: number;
  /** Frames on the way down and on the way up that show the lids half-way, neither open nor as far shut as they went. */
  readonly closingFrames: number;
  readonly openingFrames: number;
  /** Longest interval between its frames, in ms. */
  readonly longestIntervalMs: number;
}

/** Follows how far the lids are open, and gives each closure when it is over. */
export interface LidCourse {
  /** @param openness gap over width, freed from the head's turn, above 0 */
  push(atMs: number, openness: number): LidClosure | null;
  /** The closure under way, if any, is none: the head moved, or the face was lost. */
  drop(): void;
  readonly closing: boolean;
  reset(): void;
}

/** Share of the open level under which lids have begun to close, and over which they are open again. */
const CLOSING_SHARE = 0.75;
/** Share that a blink goes under: lids meet, but at 15 frames a second the deepest moment is often missed. */
const SHUT_SHARE = 0.5;
/** A frame counts as half-way while it is this share of the depth away from both ends. */
const MARGIN = 0.15;
/** Eyes shut for longer are closed on purpose, or look down (blinks last 70 to 430 ms; asked-for ones are slower). */
const LONGEST_MS = 1000;
/** A longer gap between frames could hide a whole blink. */
const LONGEST_GAP_MS = 250;
/** How fast the open level follows: upwards at once, downwards so slowly that a blink leaves it alone. */
const RISE_MS = 200;
const FALL_MS = 4000;
const MOST_FRAMES = 128;

/** @example const closure = course.push(timestampMs, eyeOpenness(landmarks, pose).combined); */
export function createLidCourse(): LidCourse {
  const shares = new Float32Array(MOST_FRAMES);
  let level = 0;
  let wasOpen = false;
  let lastMs = -Infinity;
  let count = 0;
  let startMs = 0;
  let longestIntervalMs = 0;

  const closureAt = (endMs: number): LidClosure | null => {
    let lowest = Infinity;
    let lowestAt = 0;
    for (let at = 0; at < count; at++) {
      if (shares[at]! < lowest) {
        lowest = shares[at]!;
        lowestAt = at;
      }
    }
    const durationMs = endMs - startMs;
    if (lowest > SHUT_SHARE || durationMs > LONGEST_MS) return null;
    const floor = lowest + MARGIN * (1 - lowest);
    let closingFrames = 0;
    let openingFrames = 0;
    for (let at = 0; at < count; at++) {
      if (shares[at]! <= floor) continue;
      if (at < lowestAt) closingFrames += 1;
      else openingFrames += 1;
    }
    return { durationMs, lowest, closingFrames, openingFrames, longestIntervalMs };
  };

  return {
    get closing(): boolean {
      return count > 0;
    },
    push(atMs, openness): LidClosure | null {
      const interval = atMs - lastMs;
      if (interval > LONGEST_GAP_MS) {
        count = 0;
        wasOpen = false;
      }
      if (level === 0) level = openness;
      const share = level > 0 ? openness / level : 1;
      let ended: LidClosure | null = null;
      if (share >= CLOSING_SHARE) {
        longestIntervalMs = Math.max(longestIntervalMs, interval);
        if (count > 0) ended = closureAt(atMs);
        count = 0;
      } else if (count > 0 || wasOpen) {
        if (count === 0) {
          startMs = lastMs;
          longestIntervalMs = 0;
        }
        if (count < MOST_FRAMES) shares[count++] = share;
        longestIntervalMs = Math.max(longestIntervalMs, interval);
        if (atMs - startMs > LONGEST_MS) count = 0;
      }
      // A course that begins with shut lids has no beginning, and is passed over.
      wasOpen = share >= CLOSING_SHARE;
      const follow = Math.min(interval, LONGEST_GAP_MS) / (openness > level ? RISE_MS : FALL_MS);
      level += (openness - level) * Math.min(1, follow);
      lastMs = atMs;
      return ended;
    },
    drop(): void {
      count = 0;
      wasOpen = false;
    },
    reset(): void {
      level = 0;
      wasOpen = false;
      lastMs = -Infinity;
      count = 0;
    },
  };
}
