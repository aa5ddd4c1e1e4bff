/**
 * What is kept, each kind with a time of its own: pictures of the face, the rest of the evidence (points of the face over time), what a session
 * and its verdict were, the enrolled face's template, the receipt of a consent, a rights request, the audit log.
 */
export const RETENTION_CLASSES = [
  'face-crop',
  'evidence-trace',
  'session',
  'template',
  'receipt',
  'rights-case',
  'audit',
] as const;
/** One of {@link RETENTION_CLASSES}. */
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** How long each class is kept, in ms; counted from a session's end for the first three, else from the row's own time. */
export type RetentionTimes = Readonly<Record<RetentionClass, number>>;
