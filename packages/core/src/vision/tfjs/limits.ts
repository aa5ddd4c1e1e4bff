/**
 * Longest time for all model and wasm files to arrive, in ms. 80 s carries the engine's 3.1 MB over a slow 3G line
 * (0.4 Mbit/s: 62 s), and ends before the session's own deadline (90 s) does. A line that goes silent is ended far
 * earlier by the host's asset loader.
 */
export const LOAD_TIMEOUT_MS = 80000;

/**
 * Longest time for one frame after warm-up, in ms. Measured 2026-11-23: 8 to 13 ms on wasm SIMD, 30 ms on plain wasm, 270 ms on
 * webgl without a GPU (two cores, no GPU); a slow phone is five times slower. Past this limit a backend hangs rather than computes.
 */
export const FRAME_LIMIT_MS = 3000;

/** Dropped frames in a row (landmarks that are no numbers) after which the backend is given up: a backend that is broken, not a bad frame. */
export const MAX_BAD_FRAMES_IN_A_ROW = 10;

/** How often, in ms of frame time, the detector looks over the whole frame for a second face. */
export const SECOND_FACE_INTERVAL_MS = 500;

/** How long, in ms of frame time, a second face is reported after the look that found it. */
export const SECOND_FACE_KEPT_MS = 500;

/** How often, in ms of frame time, a dark frame without a face is looked at again with its light raised. */
export const DARK_LOOK_INTERVAL_MS = 500;

/** Side of the detector's input, in px: the short-range model's own. */
export const DETECTOR_SIDE_PX = 128;

/** Side of the landmark model's input, in px. */
export const LANDMARK_SIDE_PX = 192;
