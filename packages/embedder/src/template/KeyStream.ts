/**
 * The first so many bytes of a secret stream, the same ones each time: uniform and independent to whoever does not have the key, for example
 * AES-256 in counter mode over zeros. It is an argument because this package knows no cipher.
 */
export type KeyStream = (bytes: number) => Uint8Array;
