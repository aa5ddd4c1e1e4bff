/**
 * Why a piece of evidence has no file in an archive: the session gave reason to think that somebody else stood before the camera; its time
 * ran out while the archive was made; its bytes were changed; or it holds nothing of the person (a list of the other pieces).
 */
export const ARCHIVE_LEFT_OUT = ['may-show-another', 'gone', 'unreadable', 'nothing-personal'] as const;
/** One of {@link ARCHIVE_LEFT_OUT}. */
export type ArchiveLeftOut = (typeof ARCHIVE_LEFT_OUT)[number];
