/**
 * The largest archive that is made. A zip without its 64-bit extension holds 65,535 files and 4 GiB. Besides one piece of evidence, the lists are
 * in memory: 45 KB for each session with 12 pictures and 4 pieces of trace (heap after collection, 100 against 400 sessions, Node 20 on
 * 2026-11-27), so 220 MB at most. At 15 tries a day, 5000 sessions are most of a year of every try.
 */
export const ARCHIVE_LIMITS = { sessions: 5000, files: 60_000, bytes: 3_221_225_472 } as const;
