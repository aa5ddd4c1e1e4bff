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
   * @returns whether later frames are stamped differently, so that what follows a face starts anew
   */
  note(rotation: FrameRotation, rollRadians: number | null): boolean;
}

/** Frames without a face after which the next turn is tried. One may be blurred; more only make a person wait. */
export const MISSES_A_TURN = 3;
/**
 * Frames in a row in which a face lies on its side and says the same turn. Measured 2026-11-27 on 27 clips of living people turned by
 * 90 and 270 degrees, the first 2.5 s at 10 frames a second: a face that lies is found with a roll within 25 degrees of the true one or
 * not at all. An upside-down face is no such witness: the mesh lies on it as if it stood upright (roll within 12 degrees of 0).
 */
export const WITNESSES = 2;
/** Frames in a row in which the face then stands upright. */
export const CONFIRMATIONS = 4;
/** Most frames with a face in view until the turn is settled: 1 to learn which way the picture lies, the witnesses, the confirmations. */
export const MAX_FRAMES_TO_SETTLE = 1 + WITNESSES + CONFIRMATIONS;

const QUARTER = Math.PI / 2;

const turned = (rotation: FrameRotation, quarters: number): FrameRotation =>
  (((((rotation / 90 + quarters) % 4) + 4) % 4) * 90) as FrameRotation;

/**
 * No page says how a mini-program's frames are turned, and it differs between devices. So the search looks at a face lying on its side
 * first, where it shows which way is up; then at the turn that this says, where it has to stand upright; and settles for the session.
 * It starts across what the frame's shape suggests: phones are held upright, so that a wide frame has to be turned by a quarter.
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
  let misses = 0;
  /** The turn that lying faces said, and how often in a row. */
  let said: { readonly rotation: FrameRotation; readonly times: number } | null = null;
  let confirmations = 0;

  const moveTo = (rotation: FrameRotation): boolean => {
    misses = 0;
    confirmations = 0;
    candidate = rotation;
    return true;
  };
  const isWitnessed = (rotation: FrameRotation): boolean =>
    said !== null && said.rotation === rotation && said.times >= WITNESSES;

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
      if (rollRadians === null) {
        misses += 1;
        if (misses < MISSES_A_TURN) return false;
        said = null;
        return moveTo(turned(rotation, 1));
      }
      misses = 0;
      const quarters = Math.round(rollRadians / QUARTER);
      if (quarters === 1 || quarters === -1) {
        confirmations = 0;
        const upright = turned(rotation, -quarters);
        said = { rotation: upright, times: said?.rotation === upright ? said.times + 1 : 1 };
        return said.times >= WITNESSES ? moveTo(upright) : false;
      }
      if (!isWitnessed(rotation)) {
        // It stands, on its feet or on its head: a quarter further it lies, and says which.
        said = null;
        return moveTo(turned(rotation, 1));
      }
      if (quarters !== 0) {
        said = null;
        return moveTo(turned(rotation, 1));
      }
      confirmations += 1;
      if (confirmations >= CONFIRMATIONS) settled = rotation;
      return false;
    },
  };
}
