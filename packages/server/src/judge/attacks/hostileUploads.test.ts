import { describe, expect, it } from '@jest/globals';
import { encodeTraceChunk, MAX_CHUNK_BYTES, MAX_PICTURE_BYTES } from '@huoti/protocol';
import sharp from 'sharp';
import { gzipSync } from 'node:zlib';
import { createSharpDecoder } from '../../pictures/createSharpDecoder.js';
import type { JudgeRequest } from '../../ports/Judge.js';
import { commitEvidence } from '../../testing/evidence/commitEvidence.js';
import { judgeFake, refusalOf } from '../../testing/evidence/judgeFake.js';
import { playEvidence } from '../../testing/evidence/playEvidence.js';

const honest = playEvidence();
const { request, fakes, plan, steps, stampsMs, played } = honest;
const MB = 1024 * 1024;
const decoder = createSharpDecoder();

const withPart = (name: string, bytes: Uint8Array): JudgeRequest => ({
  ...request,
  parts: new Map(request.parts).set(name, bytes),
});

/** Chunk 2 is these bytes, and was committed as such: the client itself is hostile. */
const committed = (bytes: Uint8Array): JudgeRequest =>
  commitEvidence({
    plan,
    steps,
    stampsMs,
    pictures: played.pictures,
    chunks: played.chunks.map((own, index) => (index === 2 ? bytes : own)),
    requested: request.session.requestedPictures,
  });

const plain = (widthPx: number, heightPx: number) =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#b68b76' } });

/** A JPEG whose header says that it is as large as this. */
async function lyingJpeg(widthPx: number, heightPx: number): Promise<Uint8Array> {
  const file = await plain(64, 64).jpeg().toBuffer();
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(heightPx, at + 5);
  file.writeUInt16BE(widthPx, at + 7);
  return file;
}

describe('a chunk that is no chunk', () => {
  // The attacker replaces a part after it was committed: a bomb, noise, nothing.
  it.each([
    ['a zip bomb', gzipSync(Buffer.alloc(256 * MB))],
    ['one byte over the limit', gzipSync(Buffer.alloc(MAX_CHUNK_BYTES + 1))],
    ['not gzip', Buffer.from('{"frames": []}')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused before it is read: %s', async (_name, bytes) => {
    expect(refusalOf(await judgeFake(withPart('chunk-2', bytes), fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'chunk-parts',
    ]);
  });

  const real = encodeTraceChunk(played.traces[2]!);
  const changed = (at: number, value: number): Uint8Array => {
    const bytes = Uint8Array.from(real);
    bytes[at] = value;
    return bytes;
  };

  // The attacker commits bytes that a reader may stumble over.
  it.each<[string, Uint8Array]>([
    ['noise', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)],
    ['all ones: varints without an end', new Uint8Array(4096).fill(255)],
    ['another format', changed(0, 0)],
    ['another version', changed(4, 9)],
    ['a million frames', Uint8Array.from([...real.subarray(0, 6), 0xff, 0xff, 0x7f, ...real.subarray(7)])],
    ['cut in the middle', real.subarray(0, real.length >> 1)],
    ['with a byte too many', Uint8Array.from([...real, 0])],
  ])('is refused where it can’t be read: %s', async (_name, bytes) => {
    expect(refusalOf(await judgeFake(committed(bytes), fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'chunk-contents',
    ]);
  });

  // The attacker commits chunk 1 twice: the turn it has done already answers the second step as well.
  it('is refused in another place than its own', async () => {
    expect(refusalOf(await judgeFake(committed(played.chunks[1]!), fakes))[2]).toBe('chunk-contents');
  });

  // The attacker tells more frames when it commits than it sends, so that the server names pictures that are not there.
  it('is refused with other counts than were committed', async () => {
    const reveals = request.session.reveals.map((stamp) => ({ ...stamp, pictures: stamp.pictures + 1 }));
    const session = { ...request.session, reveals };
    expect(refusalOf(await judgeFake({ ...request, session }, fakes))[2]).toBe('chunk-contents');
  });
});

describe('a picture that is no crop of a face', () => {
  // The attacker commits such a file in the place of every picture: hashes and counts are right.
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['a PNG', () => plain(200, 200).png().toBuffer(), 'picture-decoding'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-decoding'],
    ['text', () => Buffer.from('not a picture'), 'picture-decoding'],
    ['nothing', () => Buffer.alloc(0), 'picture-decoding'],
    ['1 x 1 px', () => plain(1, 1).jpeg().toBuffer(), 'picture-decoding'],
    ['another size than was announced', () => plain(90, 90).jpeg().toBuffer(), 'picture-decoding'],
    ['20000 x 16000 px', () => lyingJpeg(20000, 16000), 'picture-decoding'],
    ['65500 x 65500 px', () => lyingJpeg(65500, 65500), 'picture-decoding'],
    [
      'cut in the middle',
      async () => (await plain(200, 200).jpeg().toBuffer()).subarray(0, 200),
      'picture-decoding',
    ],
    ['one byte too large', () => new Uint8Array(MAX_PICTURE_BYTES + 1).fill(0xff), 'picture-files'],
  ])('is refused: %s', async (_name, make, check) => {
    const bytes = await make();
    const hostile = playEvidence({ file: () => bytes });
    const beganMs = performance.now();
    expect(refusalOf(await judgeFake(hostile.request, hostile.fakes, { decoder }))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      check,
    ]);
    expect(performance.now() - beganMs).toBeLessThan(5000);
  });
});

describe('a manifest that is none', () => {
  it.each([
    ['not text', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['not JSON', Buffer.from('{')],
    ['null', Buffer.from('null')],
    ['deep', Buffer.from('['.repeat(8000))],
    ['a prototype', Buffer.from('{"__proto__": {"verified": true}}')],
  ])('is refused: %s', async (_name, bytes) => {
    const { createHash } = await import('node:crypto');
    const session = { ...request.session, evidenceHash: createHash('sha256').update(bytes).digest('hex') };
    expect(refusalOf(await judgeFake({ ...withPart('manifest', bytes), session }, fakes))).toEqual([
      false,
      'EVIDENCE_INCONSISTENT',
      'manifest-content',
    ]);
  });
});
