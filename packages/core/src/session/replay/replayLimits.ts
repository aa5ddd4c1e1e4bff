import { CLOCK_JUMP_MS } from '../deadlines.js';

/**
 * How much later than its frame's capture the client's clock may have been, in ms. A replay knows the time of capture
 * alone, so it gives this much: the client ends a session whose clock stands still for longer between two looks.
 */
export const REPLAY_LAG_MS = CLOCK_JUMP_MS;

/** Times that an engine can fall back: from webgl to wasm with SIMD, to wasm without, and one to spare. */
export const MAX_REPLAY_FALLBACKS = 3;
