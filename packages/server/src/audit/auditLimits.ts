/** Entries between two signed heads: what the privacy design sets, so that at most so many can be rewritten unseen. */
export const HEAD_EVERY_ENTRIES = 100;
/** The next new entry gets a head of its own when the last head is as old as this, ms. From the privacy design, too. */
export const HEAD_EVERY_MS = 3_600_000;
