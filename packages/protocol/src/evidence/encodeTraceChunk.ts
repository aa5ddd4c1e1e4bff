import { HuotiError } from '../errors/HuotiError.js';
import { createByteWriter } from './ByteWriter.js';
import type { TraceChunk } from './TraceChunk.js';
import { CHUNK_MAGIC, CHUNK_VERSION, firstPrediction, SHA256_BYTES } from './traceLayout.js';
import {
  MAX_CHUNK_BYTES,
  MAX_CHUNK_EXTENSIONS,
  MAX_CHUNK_FRAMES,
  MAX_CHUNK_PICTURES,
  MAX_EXTENSION_BYTES,
  MAX_EXTENSION_ID,
  MAX_PICTURE_SIDE_PX,
  MAX_SESSION_CHUNKS,
} from './traceLimits.js';
import { writeTraceFrame } from './writeTraceFrame.js';

const refuse = (what: string): HuotiError => new HuotiError('INVALID_ARGUMENT', `evidence chunk: ${what}`);

/**
 * A chunk as the bytes that are hashed and sent; docs/evidence-format.md has them one by one. One chunk has one spelling.
 *
 * @throws HuotiError INVALID_ARGUMENT for a chunk that `decodeTraceChunk` would not give back
 * @example const bytes = encodeTraceChunk({ index: 0, revealFrame: 0, frames, pictures: [], extensions: [] });
 */
export function encodeTraceChunk(chunk: TraceChunk): Uint8Array {
  const { index, revealFrame, frames, pictures, extensions } = chunk;
  const writer = createByteWriter();
  writer.bytes(Uint8Array.from(CHUNK_MAGIC));
  writer.byte(CHUNK_VERSION);
  writer.unsigned('index', index, MAX_SESSION_CHUNKS - 1);
  writer.unsigned('frame count', frames.length, MAX_CHUNK_FRAMES);
  writer.unsigned('reveal frame', revealFrame, index === 0 ? 0 : frames.length);
  const before = firstPrediction();
  for (const frame of frames) writeTraceFrame(writer, frame, before);

  writer.unsigned('picture count', pictures.length, Math.min(frames.length, MAX_CHUNK_PICTURES));
  let next = 0;
  for (const { frameIndex, sha256, widthPx, heightPx } of pictures) {
    if (frameIndex >= frames.length) throw refuse(`a picture of frame ${frameIndex} of ${frames.length}`);
    if (sha256.length !== SHA256_BYTES) throw refuse(`a picture's sha256 has ${sha256.length} bytes`);
    writer.unsigned('picture frame', frameIndex - next, MAX_CHUNK_FRAMES);
    next = frameIndex + 1;
    writer.unsigned('picture width', widthPx - 1, MAX_PICTURE_SIDE_PX - 1);
    writer.unsigned('picture height', heightPx - 1, MAX_PICTURE_SIDE_PX - 1);
    writer.bytes(sha256);
  }

  writer.unsigned('extension count', extensions.length, MAX_CHUNK_EXTENSIONS);
  let nextId = 1;
  let total = 0;
  for (const { id, bytes } of extensions) {
    writer.unsigned('extension id', id - nextId, MAX_EXTENSION_ID - nextId);
    nextId = id + 1;
    writer.unsigned('extension length', bytes.length, MAX_EXTENSION_BYTES - total);
    total += bytes.length;
    writer.bytes(bytes);
  }
  const encoded = writer.take();
  if (encoded.length > MAX_CHUNK_BYTES) {
    throw refuse(`${encoded.length} bytes, at most ${MAX_CHUNK_BYTES} are sent`);
  }
  return encoded;
}
