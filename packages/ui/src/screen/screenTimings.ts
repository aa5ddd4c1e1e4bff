/** The countdown stays away until this many seconds are left: a clock that runs from the start makes people hurry. */
export const COUNTDOWN_FROM_SECONDS = 3;
/**
 * Shortest gap between a spoken text and a spoken hint, in ms. A screen reader needs about 0.4 s a word (150 words a
 * minute): a prompt of five words is over by then. A new prompt is never held back.
 */
export const ANNOUNCE_GAP_MS = 2000;
/** Loading longer than this is called slow, in ms. */
export const SLOW_LOADING_MS = 4000;
/** A camera that is allowed already opens in about half a second: only then is the permission explained, in ms. */
export const PERMISSION_HINT_MS = 700;
/** How long "that was another movement" stands before the action's own hints come back, in ms. */
export const AGAIN_HINT_MS = 2000;
/** Progress that must be gained for a person to count as not stuck, in [0, 1]. */
export const PROGRESS_GAIN = 0.1;
