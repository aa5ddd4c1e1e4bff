/*
 * How a request is repeated. Every request of this protocol may be: the server gives the same answer to the same
 * words, so that a lost answer costs nothing but time.
 */

/** One request without evidence, answer included, in ms: so that one that hangs is sent again before a person's time is up. */
export const CALL_TIMEOUT_MS = 5_000;

/** One part of the evidence, in ms: 256 KB over 0.4 Mbit/s, the slowest 3G, take 5 s, and three go at a time. */
export const PART_TIMEOUT_MS = 16_000;

/** Times that a request is sent at most. With the pauses below, a network that is away for about 10 s is outlived. */
export const MAX_ATTEMPTS = 7;

/** Pause before the second attempt, in ms; doubled for each one after it. Half of it is random, so that clients do not return in step. */
export const FIRST_PAUSE_MS = 300;

/** Longest pause that is chosen here, in ms. */
export const LONGEST_PAUSE_MS = 4_000;

/** Longest pause that a server may ask for with `Retry-After` and get, in s. A person does not wait longer before a camera. */
export const LONGEST_RETRY_AFTER_S = 20;

/** Proofs sent anew because the server wants its newer nonce, for one request. */
export const MAX_NONCE_ROUNDS = 3;

/** Longest answer that is read, in bytes: a session view with 40 parts has under 8 KB, a signed plan 8 KB. */
export const MAX_ANSWER_BYTES = 65_536;

/** What a status says of a request without a problem body: that the same one may succeed later. */
export const TRANSIENT_STATUSES: readonly number[] = [408, 425, 429, 500, 502, 503, 504];
