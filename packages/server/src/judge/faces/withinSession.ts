/** To be measured. */
export const WITHIN_SESSION_SIMILARITY = 0.5;
