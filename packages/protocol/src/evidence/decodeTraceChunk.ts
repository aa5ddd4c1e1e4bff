import { HuotiError } from '../errors/HuotiError.js';
import { createByteReader, type ByteReader } from './ByteReader.js';
import { readTraceFrame } from './readTraceFrame.js';
import type { TraceChunk, TraceExtension, TracePicture } from './TraceChunk.js';
import type { TraceFrame } from './TraceFrame.js';
import {
  CHUNK_MAGIC,
  CHUNK_VERSION,
  firstPrediction,
  LEAST_FRAME_BYTES,
  SHA256_BYTES,
} from './traceLayout.js';
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

/**
 * Reads a chunk of unknown origin. Time and memory are a small multiple of its length, whatever it says of itself, and
 * only bytes that {@link encodeTraceChunk} would write are accepted. Extensions of any id are kept as they are.
 *
 * @throws HuotiError PROTOCOL_MALFORMED naming the field and its offset; PROTOCOL_VERSION_UNSUPPORTED for another version
 * @example const { frames } = decodeTraceChunk(new Uint8Array(body));
 */
export function decodeTraceChunk(bytes: Uint8Array): TraceChunk {
  const reader = createByteReader(bytes);
  if (bytes.length > MAX_CHUNK_BYTES) {
    throw reader.malformed('length', `${bytes.length} bytes, at most ${MAX_CHUNK_BYTES} are read`);
  }
  for (const expected of CHUNK_MAGIC) {
    if (reader.byte('magic') !== expected) throw reader.malformed('magic', 'this is no evidence chunk', 0);
  }
  const version = reader.byte('version');
  if (version !== CHUNK_VERSION) {
    throw new HuotiError(
      'PROTOCOL_VERSION_UNSUPPORTED',
      `the evidence chunk is of version ${version}, this build reads ${CHUNK_VERSION}: update the older side`,
    );
  }
  const index = reader.unsigned('index', MAX_SESSION_CHUNKS - 1);
  const from = reader.offset;
  const frameCount = reader.unsigned('frame count', MAX_CHUNK_FRAMES);
  const revealFrame = reader.unsigned('reveal frame', index === 0 ? 0 : frameCount);
  if (frameCount * LEAST_FRAME_BYTES > reader.remaining) {
    throw reader.malformed('frame count', `${frameCount} frames in ${reader.remaining} bytes`, from);
  }
  const before = firstPrediction();
  const frames: TraceFrame[] = [];
  while (frames.length < frameCount) frames.push(readTraceFrame(reader, before));
  const pictures = readPictures(reader, frameCount);
  const extensions = readExtensions(reader);
  if (reader.remaining > 0) throw reader.malformed('end', `${reader.remaining} bytes too many`);
  return { index, revealFrame, frames, pictures, extensions };
}

function readPictures(reader: ByteReader, frameCount: number): TracePicture[] {
  const count = reader.unsigned('picture count', Math.min(frameCount, MAX_CHUNK_PICTURES));
  const pictures: TracePicture[] = [];
  let next = 0;
  while (pictures.length < count) {
    const from = reader.offset;
    const frameIndex = next + reader.unsigned('picture frame', MAX_CHUNK_FRAMES);
    if (frameIndex >= frameCount) {
      throw reader.malformed('picture frame', `frame ${frameIndex} of ${frameCount}`, from);
    }
    next = frameIndex + 1;
    const widthPx = 1 + reader.unsigned('picture width', MAX_PICTURE_SIDE_PX - 1);
    const heightPx = 1 + reader.unsigned('picture height', MAX_PICTURE_SIDE_PX - 1);
    pictures.push({ frameIndex, sha256: reader.bytes('picture sha256', SHA256_BYTES), widthPx, heightPx });
  }
  return pictures;
}

function readExtensions(reader: ByteReader): TraceExtension[] {
  const count = reader.unsigned('extension count', MAX_CHUNK_EXTENSIONS);
  const extensions: TraceExtension[] = [];
  let nextId = 1;
  let total = 0;
  while (extensions.length < count) {
    const id = nextId + reader.unsigned('extension id', MAX_EXTENSION_ID - nextId);
    nextId = id + 1;
    const length = reader.unsigned('extension length', MAX_EXTENSION_BYTES - total);
    total += length;
    extensions.push({ id, bytes: reader.bytes('extension', length) });
  }
  return extensions;
}
