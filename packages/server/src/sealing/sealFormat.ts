// Sealed bytes:
//    0   1  version of this layout, 1
//    1  12  initialisation vector, random
//   13  16  authentication tag
//   29   n  AES-256-GCM of the bytes

/** Raised when the layout changes. */
export const SEAL_VERSION = 1;
/** AES-256. */
export const KEY_BYTES = 32;
/** What GCM works with without hashing it first. */
export const IV_BYTES = 12;
/** The longest that GCM gives. */
export const TAG_BYTES = 16;
/** Bytes before the encrypted ones. */
export const SEAL_HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** Several words as one, so that no two lists give the same bytes. */
export function associatedData(words: readonly string[]): Uint8Array {
  return Buffer.from(JSON.stringify(words), 'utf8');
}
