/**
 * The largest archive that is made. A zip without its 64-bit extension holds 65,535 files and 4 GiB; and `data.json` and `index.html` are
 * whole in memory for a moment, about 4 KB a session. At 15 tries a day, 5000 sessions are most of a year of every try.
 */
export const ARCHIVE_LIMITS = { sessions: 5000, files: 60_000, bytes: 3_221_225_472 } as const;
