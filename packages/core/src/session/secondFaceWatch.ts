import type { FaceObservation } from '../vision/FaceObservation.js';

/** A second face of at least this share of the followed face's width counts (protocol: 0.4). */
export const SECOND_FACE_WIDTH_SHARE = 0.4;

/** ... when it is seen for at least this long, in ms (protocol: 500 ms). */
export const SECOND_FACE_MS = 500;

/** Two sightings further apart than this, in ms, are two visits: the look-out runs every 500 ms and may miss one. */
export const SIGHTING_GAP_MS = 1_100;

/** What the watch knows. Plain data. */
export interface SecondFaceState {
  readonly firstSightingMs: number | null;
  readonly lastSightingMs: number | null;
}

export const NO_SECOND_FACE: SecondFaceState = { firstSightingMs: null, lastSightingMs: null };

/** What a frame says of second faces. */
export interface SecondFaceReading {
  readonly state: SecondFaceState;
  /** Somebody else is in the picture now, near or far, for however short. */
  readonly present: boolean;
  /** A large one stayed: the session is refused. */
  readonly refuse: boolean;
  /** Width of the largest other face over the followed face's; 0 without one. */
  readonly widthShare: number;
}

/** Looks at one frame's other faces. Pure. */
export function watchSecondFace(
  state: SecondFaceState,
  main: FaceObservation,
  others: readonly FaceObservation[],
): SecondFaceReading {
  let widest: FaceObservation | null = null;
  for (const other of others) if (!widest || other.box.widthPx > widest.box.widthPx) widest = other;
  if (!widest) {
    const forgotten =
      state.lastSightingMs !== null && main.timestampMs - state.lastSightingMs > SIGHTING_GAP_MS;
    return { state: forgotten ? NO_SECOND_FACE : state, present: false, refuse: false, widthShare: 0 };
  }
  const widthShare = widest.box.widthPx / Math.max(1, main.box.widthPx);
  if (widthShare < SECOND_FACE_WIDTH_SHARE) return { state, present: true, refuse: false, widthShare };
  const sightingMs = widest.timestampMs;
  const goesOn =
    state.lastSightingMs !== null &&
    state.firstSightingMs !== null &&
    sightingMs - state.lastSightingMs <= SIGHTING_GAP_MS;
  const firstSightingMs = goesOn && state.firstSightingMs !== null ? state.firstSightingMs : sightingMs;
  return {
    state: { firstSightingMs, lastSightingMs: sightingMs },
    present: true,
    refuse: sightingMs - firstSightingMs >= SECOND_FACE_MS,
    widthShare,
  };
}
