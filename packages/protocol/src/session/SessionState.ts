/**
 * Where a session is on the server. `issued`: a token exists. `begun`: a plan was drawn. `completed`: its evidence was
 * accepted, once and for good. `decided`: there is a verdict. `expired`: it ran out before it was completed.
 */
export const SESSION_STATES = ['issued', 'begun', 'completed', 'decided', 'expired'] as const;
/** One of {@link SESSION_STATES}. */
export type ServerSessionState = (typeof SESSION_STATES)[number];
