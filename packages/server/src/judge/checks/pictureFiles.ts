import {
  MAX_PICTURE_BYTES,
  type EvidenceManifest,
  type PictureReference,
  type TraceChunk,
} from '@huoti/protocol';
import { toHex } from '../hex.js';
import { nameOf, type SentPicture } from '../pictures/SeenPicture.js';
import { sha256 } from '../sha256.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/**
 * Every picture that the server named was sent, and is the file whose hash was committed in its chunk, before the server
 * named any.
 */
export function pictureFiles(
  requested: readonly PictureReference[],
  {
    parts,
    chunks,
    manifest,
  }: {
    parts: ReadonlyMap<string, Uint8Array>;
    chunks: readonly TraceChunk[];
    manifest: Pick<EvidenceManifest, 'pictures'>;
  },
): CheckOutcome<readonly SentPicture[]> {
  const expected = `${requested.length} files as committed, of at most ${MAX_PICTURE_BYTES} bytes`;
  const sent: SentPicture[] = [];
  for (const reference of requested) {
    const name = nameOf({ reference });
    const chunk = chunks[reference.chunk];
    const entry = chunk?.pictures[reference.index];
    const traced = entry && chunk?.frames[entry.frameIndex];
    if (!entry || !traced) return failed(`picture ${name} is not in the trace`, expected);
    const file = parts.get(`picture-${name}`);
    if (!file) return failed(`no picture ${name}`, expected);
    if (file.length > MAX_PICTURE_BYTES) return failed(`picture ${name}: ${file.length} bytes`, expected);
    const hash = toHex(sha256(file));
    const told = manifest.pictures.find((one) => nameOf({ reference: one }) === name);
    if (hash !== toHex(entry.sha256) || told?.sha256 !== hash) {
      return failed(`picture ${name} is not the file that was committed`, expected);
    }
    sent.push({ reference, entry, traced, file });
  }
  return held(`${sent.length} files as committed`, expected, sent);
}
