/*
 * How much a trace may hold. A reader refuses more before it reserves memory for it.
 */

/** Longest chunk, in bytes: 2,048 frames of about 500. */
export const MAX_CHUNK_BYTES = 1024 * 1024;

/** Most frames of a chunk: 30 s at 60 a second and some. */
export const MAX_CHUNK_FRAMES = 2048;

/** Most chunks of a session: one before the first reveal, one after each of 8 steps, and room for light stages. */
export const MAX_SESSION_CHUNKS = 32;

/** Most pictures that a chunk names: one every 200 ms, for 50 s. */
export const MAX_CHUNK_PICTURES = 256;

/** Longest side of a picture, in px. */
export const MAX_PICTURE_SIDE_PX = 320;

/** Largest picture file, in bytes. */
export const MAX_PICTURE_BYTES = 40_960;

/** Most extensions of a chunk. */
export const MAX_CHUNK_EXTENSIONS = 16;

/** All extensions of a chunk together, in bytes. */
export const MAX_EXTENSION_BYTES = 65_536;

/** Largest extension id. */
export const MAX_EXTENSION_ID = 0xffff;

/** Largest side of a frame, in px. */
export const MAX_FRAME_SIDE_PX = 16_384;

/** Largest time, in whole ms: 8,900 years, so that a clock that counts from 1970 fits. */
export const MAX_TIMESTAMP_MS = 2 ** 48 - 1;

/** Largest luma, spread or share, in units: 4. Real ones end at 1. */
export const MAX_SHARE_VALUE = 65_536;

/** Largest face sharpness, in units: 1,024. */
export const MAX_SHARPNESS_VALUE = 2 ** 22;

/** Largest age of a look for a second face, in ms. */
export const MAX_SECOND_FACE_AGE_MS = 0xffff;

/** Largest landmark or motion, in units, either way. */
export const MAX_SIGNED_VALUE = 32_767;
