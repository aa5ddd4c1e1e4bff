/** A begin that has not come back after this may be tried again, ms: longer than its calls may take, tokens included. */
export const CLAIM_MS = 45_000;

/** So often the platform is asked to begin for one session: a client can't make it more, however often it asks. */
export const MAX_BEGINS = 5;

/** Wait before the platform is asked again how it ended, ms; doubled each time. A person may be waiting. */
export const QUERY_RETRIES = { firstRetryMs: 1_000, longestRetryMs: 30_000 };
