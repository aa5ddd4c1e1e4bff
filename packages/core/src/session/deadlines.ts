import type { LivenessPlan } from '@huoti/protocol';

/**
 * Every deadline of a session, in one table, in ms. A phase that reaches its own ends the session; the reason stands
 * beside it. Those that the plan sets are read from the plan.
 */
export const DEADLINES = {
  /** Fetch, check and warm up: 3 MB over a slow 3G line (0.4 Mbit/s) take 60 s. Then MODEL_LOAD_FAILED, retryable. */
  loadingMs: 90_000,
  /** A person reads a permission prompt. Then CAMERA_INTERRUPTED, retryable. */
  openingMs: 60_000,
  /** From the open camera to its first frame, and between any two frames (protocol: 2 s). Then CAMERA_INTERRUPTED. */
  frameGapMs: 2_000,
  /** The first frame of a camera: exposure and focus settle, slow phones take their time. Then CAMERA_INTERRUPTED. */
  firstFrameMs: 8_000,
  /** One frame in the landmarker, fallbacks to the next backend included. Then BACKEND_UNAVAILABLE. */
  detectMs: 15_000,
  /** Frontal, open-eyed, closed-mouthed frames for the baseline, on top of the search. Then QUALITY_TOO_LOW. */
  calibratingMs: 6_000,
  /** Coming back to a neutral face between two actions. Then CHALLENGE_TIMEOUT. */
  neutralMs: 6_000,
  /** From asking the server for the next step to its answer, tries again included. Then NETWORK_FAILED, retryable. */
  revealMs: 8_000,
  /** From asking the screen for a colour until it is on the glass; a screen repaints 60 times a second. Then HOST_ERROR. */
  lightShowMs: 1_500,
  /** Giving camera and memory back. What is not back by then is left to the host and logged. */
  closingMs: 5_000,
} as const;

/** How long a neutral face has to be held between two actions, in ms (protocol: 300 ms). */
export const NEUTRAL_HOLD_MS = 300;

/** Random addition to the hold, in ms, so that a recording can't be cut to a known rhythm. */
export const NEUTRAL_JITTER_MS = 60;

/** A step of time over this, in ms, between two looks at the clock is not time that was watched (protocol: 1 s). */
export const CLOCK_JUMP_MS = 1_000;

/** How often a face's texture is looked at, in ms: a look takes as long as a third of a frame's landmarks. */
export const TEXTURE_EVERY_MS = 500;

/** How often the session looks at the clock while no frame comes, in ms. */
export const TICK_MS = 100;

/** When the search for a usable face ends, counted from the first frame. */
export const searchDeadlineMs = (plan: LivenessPlan, firstFrameMs: number): number =>
  firstFrameMs + plan.faceSearchMs;

/** When the whole session ends, counted from the first frame. */
export const totalDeadlineMs = (plan: LivenessPlan, firstFrameMs: number): number =>
  firstFrameMs + plan.totalMs;
