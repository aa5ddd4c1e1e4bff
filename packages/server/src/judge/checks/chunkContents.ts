import { decodeTraceChunk, type EvidenceManifest, type TraceChunk } from '@huoti/protocol';
import type { RevealStamp } from '../../ports/rows.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * Every chunk can be read, stands in its place, and holds as many frames and pictures as were committed: the pictures to
 * send were drawn from these numbers.
 *
 * @throws HuotiError PROTOCOL_MALFORMED, PROTOCOL_VERSION_UNSUPPORTED
 */
export function chunkContents(
  chunks: readonly Uint8Array[],
  { reveals, manifest }: { reveals: readonly RevealStamp[]; manifest: Pick<EvidenceManifest, 'chunks'> },
): CheckOutcome<readonly TraceChunk[]> {
  const committed = reveals.map(({ frames, pictures }) => counts(frames, pictures)).join(', ');
  const expected = `chunks of ${committed}`;
  const read = chunks.map((bytes) => decodeTraceChunk(bytes));
  const found = read.map(({ frames, pictures }) => counts(frames.length, pictures.length)).join(', ');
  if (found !== committed) return failed(`chunks of ${found}`, expected);
  const told = manifest.chunks.map(({ bytes, frames, pictures }) => `${bytes}:${counts(frames, pictures)}`);
  const real = reveals.map(({ frames, pictures }, at) => `${chunks[at]?.length}:${counts(frames, pictures)}`);
  if (told.join() !== real.join()) return failed('a manifest that tells other chunks', expected);
  const misplaced = read.findIndex(({ index }, at) => index !== at);
  if (misplaced !== -1) return failed(`chunk ${read[misplaced]?.index} in place ${misplaced}`, expected);
  return held(`chunks of ${found}`, expected, read);
}

/** Frames and pictures, as `45+7`. */
const counts = (frames: number, pictures: number): string => `${frames}+${pictures}`;
