/**
 * When hints come, change and go, in ms. Chosen, not fitted: there are no recordings of people reading them. The start
 * is the subtitling rule of thumb of 160 to 180 words a minute (0.33 to 0.38 s a word), and a window of 6 s an action.
 */

/** Something must be wrong for this long before it is said: one bad frame is no news. */
export const HINT_DEBOUNCE_MS = 250;
/** A hint stays at least this long: three words can be read. A higher value lags behind what a person does. */
export const HINT_MIN_HOLD_MS = 1000;
/** A trouble must be over for this long before its hint goes. */
export const HINT_CLEAR_MS = 300;
/** A trouble that returns within this time counts on from where it was, and does not start over. */
export const HINT_RESUME_MS = 1500;
/** Stuck for this long: say what to do. Half of an action's default window. */
export const HINT_LEVEL_1_MS = 3000;
/** Still stuck: say it fully. */
export const HINT_LEVEL_2_MS = 6000;
