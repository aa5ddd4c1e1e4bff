import { MAX_CHUNK_BYTES } from '@huoti/protocol';
import type { RevealStamp } from '../../ports/rows.js';
import { gunzipBounded } from '../gunzipBounded.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Every committed chunk was sent, and unpacks to no more than a chunk can hold. */
export function chunkParts(
  parts: ReadonlyMap<string, Uint8Array>,
  reveals: readonly RevealStamp[],
): CheckOutcome<readonly Uint8Array[]> {
  const expected = `${reveals.length} chunks of at most ${MAX_CHUNK_BYTES} bytes`;
  const chunks: Uint8Array[] = [];
  for (let index = 0; index < reveals.length; index += 1) {
    const part = parts.get(`chunk-${index}`);
    if (!part) return failed(`no chunk ${index}`, expected);
    const plain = gunzipBounded(part, { maxBytes: MAX_CHUNK_BYTES });
    if (!plain.ok) return failed(`chunk ${index}: ${plain.why}`, expected);
    chunks.push(plain.bytes);
  }
  return held(`${chunks.length} chunks`, expected, chunks);
}
