/** Detector score from which something is taken for a face, in [0, 1]: the package's own limit. */
export const MIN_DETECTION_SCORE = 0.5;

/** Presence from which a face is followed on, in [0, 1]: the package's own limit. */
export const MIN_TRACK_PRESENCE = 0.5;
