/** Detector score from which something is taken for a face, in [0, 1]: the package's own limit. */
export const MIN_DETECTION_SCORE = 0.5;

/** Presence from which a face is followed on, in [0, 1]: the package's own limit. */
export const MIN_TRACK_PRESENCE = 0.5;

/**
 * Detector score from which a face needs no further proof, in [0, 1]. Neither score nor presence tells drawn faces from
 * photographed ones (measured 2026-11-23: presence is 1.000 for both; score 0.88 to 0.97 for paintings), but animals, statues
 * and some drawings stay below: 0.62 to 0.83, 0.79, 0.88. Each of 29 clips of living people passes it within 8 s. Raised,
 * it asks more faces for motion; lowered, it takes more drawings.
 */
export const STRONG_DETECTION_SCORE = 0.89;

/**
 * Mean change of luma inside the face's square, on a scale of 255, from which a weakly detected face is known to be no
 * repeated still. Measured 2026-11-23 on 29 clips of living people: 2.2 or more within 0.4 s; on stills repeated through
 * four video encodings: 0.5 at most within 4 s. A drawing that is moved before the camera passes it.
 */
export const MIN_MOTION_LUMA = 1;

/**
 * Largest product of iris diameter and eye width, in cm², on the scale of the canonical face. An iris has 1.2 cm in every
 * grown person; in cartoons and on animals it is larger. Measured 2026-11-23: 311 real pictures and frames 4.53 at most
 * (99 % under 4.3), a cartoon 5.0, two dogs 4.6 and 4.9.
 */
export const MAX_IRIS_BY_EYE_CM2 = 4.8;

/** Yaw beyond which the eyes are too foreshortened to be measured, in radians. */
export const MAX_YAW_FOR_PROPORTIONS_RADIANS = 0.6;

/** Mean luma, on a scale of 255, under which a frame without a face is looked at once more with its light raised. */
export const DARK_MEAN_LUMA = 70;

/** Brightest tenth of the luma, on a scale of 255, that a raised frame is brought to. */
export const RAISED_LUMA = 170;

/** Most a frame's light is raised: beyond it sensor noise is all that is raised. */
export const MAX_GAIN = 16;

/**
 * Spread (standard deviation) of the means of 16 x 16 parts of the frame, on a scale of 255, under which a dark frame has
 * nothing in it: a covered lens, whose noise is averaged away in such parts.
 */
export const MIN_DARK_STRUCTURE_LUMA = 1;
