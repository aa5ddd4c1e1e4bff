import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '../errors/HuotiError.js';
import { decodeTraceChunk } from './decodeTraceChunk.js';
import { encodeTraceChunk } from './encodeTraceChunk.js';
import type { TraceChunk } from './TraceChunk.js';
import type { TraceFrame } from './TraceFrame.js';
import { MAX_CHUNK_BYTES } from './traceLimits.js';

/** Whole numbers that look random and are the same for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomFrame(draw: (below: number) => number, timestampMs: number): TraceFrame {
  const face = draw(5) > 0;
  const near = draw(3) > 0;
  const share = (): number | null => (draw(4) === 0 ? null : draw(16385));
  return {
    timestampMs,
    afterFallback: draw(9) === 0,
    broken: !face && draw(2) === 0,
    frameWidthPx: draw(20) === 0 ? 1 + draw(16384) : 480,
    frameHeightPx: 640,
    landmarks: face
      ? Int16Array.from({ length: 393 }, () => (near ? draw(4000) : draw(65535) - 32767))
      : null,
    faceColours: Uint16Array.from({ length: 24 }, () => (face ? draw(65536) : 0xffff)),
    backgroundColours: Uint16Array.from({ length: 12 }, () => draw(65536)),
    backgroundMotion: draw(2) === 0 ? null : Int16Array.of(draw(65535) - 32767, draw(65535) - 32767),
    hash: Array.from({ length: 16 }, () => draw(16).toString(16)).join(''),
    statistics: {
      frameMeanLuma: draw(65537),
      frameLumaDeviation: draw(16385),
      frameLumaDetail: draw(16385),
      faceMeanLuma: share(),
      faceClippedShare: share(),
      faceDarkShare: share(),
      backgroundMeanLuma: share(),
      faceSharpness: draw(4) === 0 ? null : draw(2 ** 22 + 1),
      lowerFaceUnlikeSkinShare: share(),
      eyeAreaUnlikeSkinShare: share(),
    },
    second: face && draw(3) === 0 ? { width: draw(32768), ageMs: draw(65536) } : null,
  };
}

function randomChunk(seed: number): TraceChunk {
  const draw = numbers(seed);
  const frames: TraceFrame[] = [];
  let timestampMs = draw(2) === 0 ? draw(100000) : 1_700_000_000_000 + draw(100000);
  for (let count = draw(12); frames.length < count; timestampMs += draw(200)) {
    frames.push(randomFrame(draw, timestampMs));
  }
  const index = draw(32);
  return {
    index,
    revealFrame: index === 0 ? 0 : draw(frames.length + 1),
    frames,
    pictures: frames
      .map((_frame, frameIndex) => ({
        frameIndex,
        sha256: Uint8Array.from({ length: 32 }, () => draw(256)),
        widthPx: 1 + draw(320),
        heightPx: 1 + draw(320),
      }))
      .filter(() => draw(3) === 0),
    extensions: [3, 700, 65535]
      .filter(() => draw(2) === 0)
      .map((id) => ({ id, bytes: Uint8Array.from({ length: draw(300) }, () => draw(256)) })),
  };
}

const small = (): TraceChunk => ({ ...randomChunk(5), index: 1, revealFrame: 0 });

/** What reading some bytes throws; `null` where it reads. */
function refusal(bytes: Uint8Array): unknown {
  try {
    decodeTraceChunk(bytes);
  } catch (error) {
    return error;
  }
  return null;
}

const message = (error: unknown): string => (isHuotiError(error) ? `${error.code} ${error.message}` : '');

/** Far quicker than the runner's own comparison, which looks at every byte as an object. */
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((value, at) => value === b[at]);

describe('a trace chunk', () => {
  it('comes back as it was, two hundred random ones with faces, without, broken, beside others', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const chunk = randomChunk(seed);
      const bytes = encodeTraceChunk(chunk);
      expect(decodeTraceChunk(bytes)).toEqual(chunk);
      expect(sameBytes(encodeTraceChunk(decodeTraceChunk(bytes)), bytes)).toBe(true);
    }
  });

  it('is told by what it holds, not by the writer before: a chunk begins anew', () => {
    const [first, second] = [randomChunk(7), randomChunk(8)];
    const alone = encodeTraceChunk(second);
    encodeTraceChunk(first);
    expect(encodeTraceChunk(second)).toEqual(alone);
  });

  it('keeps extensions of ids that nobody knows', () => {
    const extensions = [{ id: 4242, bytes: Uint8Array.of(9, 8, 7) }];
    expect(decodeTraceChunk(encodeTraceChunk({ ...small(), extensions })).extensions).toEqual(extensions);
  });
});

describe('bytes that are no chunk', () => {
  const bytes = encodeTraceChunk(small());

  it('are refused at every length short of the whole, and with anything behind it', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(message(refusal(bytes.subarray(0, length)))).toMatch(/PROTOCOL_MALFORMED .* at byte \d+/);
    }
    expect(message(refusal(Uint8Array.of(...bytes, 0)))).toContain('1 bytes too many');
  });

  it('are refused, or are the one spelling of another chunk, with any one byte changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [1, 0x40, 0x80, 0xff]) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const error = refusal(changed);
        if (error === null)
          expect(sameBytes(encodeTraceChunk(decodeTraceChunk(changed)), changed)).toBe(true);
        else expect(message(error)).toMatch(/^PROTOCOL_(MALFORMED|VERSION_UNSUPPORTED)/);
      }
    }
  });

  it('are refused as noise, ten thousand times, in no time', () => {
    const draw = numbers(99);
    const began = Date.now();
    for (let round = 0; round < 10_000; round++) {
      const noise = Uint8Array.from({ length: 6 + draw(120) }, () => draw(256));
      noise.set(bytes.subarray(0, 5));
      const error = refusal(noise);
      if (error !== null) expect(message(error)).toMatch(/^PROTOCOL_MALFORMED/);
    }
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('of another version or another kind are told apart', () => {
    const newer = bytes.slice();
    newer[4] = 2;
    expect(message(refusal(newer))).toContain('PROTOCOL_VERSION_UNSUPPORTED');
    const other = bytes.slice();
    other[0] = 0x1f;
    expect(message(refusal(other))).toContain('magic at byte 0');
  });

  it.each([
    // The sender claims two thousand frames and sends a handful of bytes, hoping for memory to be reserved.
    ['frame count', [0, 0x80, 0x10, 0]],
    // One number spelled in two bytes: two uploads of one trace would have two hashes.
    ['index', [0x81, 0x00, 0, 0, 0, 0]],
    // A number that never ends.
    ['index', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
    // Chunk 0 has no step that could be revealed.
    ['reveal frame', [0, 0, 1, 0, 0]],
    ['reveal frame', [1, 0, 1, 0, 0]],
    ['index', [32, 0, 0, 0, 0]],
    ['picture count', [1, 0, 0, 1, 0]],
    ['extension count', [1, 0, 0, 0, 17]],
    // An extension that says it is longer than what is left.
    ['extension', [1, 0, 0, 0, 1, 0, 0x50, 1, 2, 3]],
    ['extension length', [1, 0, 0, 0, 1, 0, 0x81, 0x80, 0x04]],
  ])('are refused for a wrong %s: %j', (field, body) => {
    const error = message(refusal(Uint8Array.of(0x48, 0x54, 0x52, 0x43, 1, ...body)));
    expect(error).toContain('PROTOCOL_MALFORMED');
    expect(error).toContain(`${field} at byte`);
  });

  it('are refused over the largest length, before they are read', () => {
    const long = new Uint8Array(MAX_CHUNK_BYTES + 1);
    long.set(bytes);
    expect(message(refusal(long))).toContain('length at byte 0');
  });
});

describe('what can not be written', () => {
  const frame = randomFrame(numbers(3), 100);
  const refused = (change: Partial<TraceFrame>): string => {
    try {
      encodeTraceChunk({ ...small(), pictures: [], frames: [{ ...frame, ...change }] });
    } catch (error) {
      return message(error);
    }
    return '';
  };

  it.each([
    ['a time in parts of a millisecond', { timestampMs: 1.5 }],
    ['a time that is no number', { timestampMs: NaN }],
    ['a frame without a size', { frameWidthPx: 0 }],
    ['too few landmarks', { landmarks: new Int16Array(12), broken: false }],
    ['a landmark of -32768', { landmarks: new Int16Array(393).fill(-32768), broken: false }],
    ['a broken face with landmarks', { landmarks: new Int16Array(393), broken: true }],
    ['a second face without a first', { landmarks: null, second: { width: 9, ageMs: 0 } }],
    ['a hash in capitals', { hash: 'ABCDEF0123456789' }],
    ['too few colours', { faceColours: new Uint16Array(3) }],
    ['a negative luma', { statistics: { ...frame.statistics, frameMeanLuma: -1 } }],
    ['a sharpness with fractions', { statistics: { ...frame.statistics, faceSharpness: 0.1 } }],
  ])('%s', (_what, change) => {
    expect(refused(change)).toContain('INVALID_ARGUMENT');
  });

  it('frames that go back in time, pictures out of order, extensions twice', () => {
    const frames = [frame, { ...frame, timestampMs: 99 }];
    const picture = { frameIndex: 0, sha256: new Uint8Array(32), widthPx: 9, heightPx: 9 };
    const extension = { id: 9, bytes: new Uint8Array(1) };
    for (const wrong of [
      { ...small(), frames, pictures: [] },
      { ...small(), frames: [frame], pictures: [picture, picture] },
      { ...small(), frames: [frame], pictures: [{ ...picture, frameIndex: 1 }] },
      { ...small(), extensions: [extension, extension] },
      { ...small(), extensions: [{ id: 0, bytes: new Uint8Array(1) }] },
    ]) {
      expect(() => encodeTraceChunk(wrong)).toThrow(/evidence/);
    }
  });
});
