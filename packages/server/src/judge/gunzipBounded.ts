import { gunzipSync } from 'node:zlib';

/** What came out of a gzip stream. */
export type Gunzipped =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: 'too-large' | 'not-gzip' };

/**
 * Unpacks a gzip stream of unknown origin. Stops as soon as more than `maxBytes` came out, so that a bomb costs no more
 * than a stream of that size.
 *
 * @param maxBytes most plain bytes that are accepted
 */
export function gunzipBounded(bytes: Uint8Array, { maxBytes }: { maxBytes: number }): Gunzipped {
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return { ok: false, why: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-gzip' };
  }
}
