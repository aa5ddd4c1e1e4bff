/** Clockwise turn that makes a picture upright, in degrees. */
export type FrameRotation = 0 | 90 | 180 | 270;

/** What {@link createFrameOrientation} takes. */
export interface FrameOrientationOptions {
  /**
   * The turn of this device's frames where you know it; `'find'` looks for it by finding a face.
   * @default 'find'
   */
  readonly rotationDegrees?: FrameRotation | 'find';
  /**
   * Whether the platform's frames have left and right swapped. Never guessed, since a face can't show it: take it from a look at the
   * device (the diagnostic page of the demo). With `'unknown'` turns are asked without a side.
   * @default false
   */
  readonly mirrored?: boolean | 'unknown';
}

/** How the platform's frames lie: shared by the source that stamps them and the landmarker that finds out. For one session. */
export interface FrameOrientation {
  /** What frames are stamped with; false where it is not known. */
  readonly mirrored: boolean;
  readonly mirroringKnown: boolean;
  /** The turn that is settled for the session; `null` while it is looked for. */
  readonly settled: FrameRotation | null;
  /** What a frame of this size is stamped with now. */
  rotationOf(widthPx: number, heightPx: number): FrameRotation;
  /**
   * What was seen in a frame that was stamped with `rotation`.
   *
   * @param rollRadians of the face found in it, positive clockwise; `null` without a face
   * @returns whether the next frame is to be looked at afresh: what follows a face from frame to frame would carry a mistake on
   */
  note(rotation: FrameRotation, rollRadians: number | null): boolean;
}

const DEGREE = Math.PI / 180;

/** How far from lying exactly on its side a face may lean and still say which way is up, in radians. */
const LYING_TOLERANCE = 20 * DEGREE;
/** Roll under which a face stands, in radians. */
const STANDING = 45 * DEGREE;
/** Looks by which one turn has to lead over the opposite one, where faces said so from both sides. */
const LEAD_OF_BOTH_SIDES = 4;
/** The same where only one side says anything: some faces are not found, or not understood, lying on the other. */
const LEAD_OF_ONE_SIDE = 8;
/** Looks in a row that say nothing, after which the other two sides are tried: two for each side. */
const IDLE_LOOKS = 4;
/** Frames in which the face then stands upright. */
const CONFIRMATIONS = 3;

const turned = (rotation: FrameRotation, quarters: number): FrameRotation =>
  (((((rotation / 90 + quarters) % 4) + 4) % 4) * 90) as FrameRotation;

/** What faces that lie said so far of one turn: how often, and from which views. */
interface Votes {
  count: number;
  readonly views: Set<FrameRotation>;
}

/**
 * No page says how a mini-program's frames are turned, and it differs between devices. So the search looks at each picture lying on one
 * side and then on the other, where a face shows which way is up; then at the turn that this says, where it has to stand upright; and
 * settles for the session. It starts across what the frame's shape suggests: phones are held upright, so that a wide frame has to be
 * turned by a quarter.
 *
 * A face that is found upright is no witness: the landmark model lies upright on a face that hangs upside down, in most looks at 24 of 29
 * clips of living people. A face that lies says the right side or nothing in most looks; wrong ones come in short rows and from one
 * side. Measured 2026-11-27 on those clips, at 5 frames a second, begun at each of their 967 frames and from either side: 1,669 searches
 * settled before their clip ended, none of them wrong; half within 4 looks, 95 % within 8, the slowest 24. Three frames of standing upright
 * come on top, and 4 looks where the frame's shape misled.
 *
 * @example
 * const orientation = createFrameOrientation();
 * const source = createMiniProgramCameraSource({ api, profile, element, clock, orientation });
 * const landmarker = orientLandmarker(createMiniProgramLandmarker(options), orientation);
 */
export function createFrameOrientation({
  rotationDegrees = 'find',
  mirrored = false,
}: FrameOrientationOptions = {}): FrameOrientation {
  let settled: FrameRotation | null = rotationDegrees === 'find' ? null : rotationDegrees;
  let candidate: FrameRotation | null = settled;
  let standing = false;
  let idleLooks = 0;
  let confirmations = 0;
  const votes = new Map<FrameRotation, Votes>();

  const search = (from: FrameRotation): void => {
    standing = false;
    idleLooks = 0;
    confirmations = 0;
    votes.clear();
    candidate = from;
  };
  const countOf = (rotation: FrameRotation): number => votes.get(rotation)?.count ?? 0;

  /** Counts what a lying face said; true once that is enough. */
  const hear = (view: FrameRotation, rotation: FrameRotation): boolean => {
    const said = votes.get(rotation) ?? { count: 0, views: new Set<FrameRotation>() };
    said.count += 1;
    said.views.add(view);
    votes.set(rotation, said);
    const lead = said.count - countOf(turned(rotation, 2));
    return lead >= (said.views.size > 1 ? LEAD_OF_BOTH_SIDES : LEAD_OF_ONE_SIDE);
  };

  const noteStanding = (rotation: FrameRotation, rollRadians: number | null): boolean => {
    if (rollRadians !== null && Math.abs(rollRadians) < STANDING) {
      idleLooks = 0;
      confirmations += 1;
      if (confirmations >= CONFIRMATIONS) settled = rotation;
      return false;
    }
    idleLooks += 1;
    if (rollRadians === null && idleLooks < IDLE_LOOKS) return false;
    search(turned(rotation, 1));
    return true;
  };

  const noteLying = (rotation: FrameRotation, rollRadians: number | null): boolean => {
    // Left and right are swapped back after the turn, and a lean with them.
    const lean = rollRadians !== null && mirrored === true ? -rollRadians : rollRadians;
    const up = lean === null ? null : uprightOf(rotation, lean);
    if (up === null) idleLooks += 1;
    else {
      idleLooks = 0;
      if (hear(rotation, up)) {
        standing = true;
        candidate = up;
        return true;
      }
    }
    if (idleLooks >= IDLE_LOOKS) search(turned(rotation, 1));
    else candidate = turned(rotation, 2);
    return true;
  };

  return {
    mirrored: mirrored === true,
    mirroringKnown: mirrored !== 'unknown',
    get settled() {
      return settled;
    },
    rotationOf(widthPx, heightPx) {
      if (candidate === null) candidate = widthPx > heightPx ? 0 : 90;
      return candidate;
    },
    note(rotation, rollRadians) {
      // A frame that was stamped before the last move says nothing of this one.
      if (settled !== null || rotation !== candidate) return false;
      return standing ? noteStanding(rotation, rollRadians) : noteLying(rotation, rollRadians);
    },
  };
}

/** The turn under which a face stands that lies on its side in this view; `null` where it does not lie. */
function uprightOf(view: FrameRotation, rollRadians: number): FrameRotation | null {
  if (Math.abs(Math.abs(rollRadians) - 90 * DEGREE) > LYING_TOLERANCE) return null;
  // Leaning clockwise, it has to be turned back.
  return turned(view, rollRadians > 0 ? -1 : 1);
}
