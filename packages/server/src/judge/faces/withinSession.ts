/**
 * Least similarity of a picture to most of the others of its session: the embedder's own line between one person and two.
 * Measured 2026-11-26 by scripts/measureSessionFaces.mjs with `fusion@1`, sessions of ten pictures: the least like picture of 13
 * clips of train people has 0.837 (a far head that leans), of 15 clips of others 0.919 (a hand before the face). With one, three
 * or five pictures of another person all 152 and all 210 sessions are below. Raised, it refuses people who turn and cover their
 * faces; lowered, it lets look-alikes take turns.
 */
export const WITHIN_SESSION_SIMILARITY = 0.5;
