import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { decodeLightLog } from './decodeLightLog.js';
import { decodeTraceChunk } from './decodeTraceChunk.js';
import { encodeTraceChunk } from './encodeTraceChunk.js';
import { LIGHT_LOG_ID } from './lightLogLimits.js';

const golden = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`./__fixtures__/${name}.htrc`, import.meta.url))));

describe('a golden file', () => {
  it.each(['step-with-picture', 'unknown-extension', 'light-log', 'empty-room'])(
    '%s encodes to itself',
    (name) => {
      expect(Array.from(encodeTraceChunk(decodeTraceChunk(golden(name))))).toEqual(Array.from(golden(name)));
    },
  );

  it('of a step reads as it was written: times, points, colours, statistics, picture', () => {
    const chunk = decodeTraceChunk(golden('step-with-picture'));
    expect(chunk).toMatchObject({ index: 1, revealFrame: 1, extensions: [] });
    expect(chunk.frames.map(({ timestampMs }) => timestampMs)).toEqual([1500, 1533, 1566, 1600, 1633, 1666]);
    const sums = chunk.frames.map(({ landmarks }) =>
      (landmarks ?? new Int16Array(0)).reduce((a, b) => a + b, 0),
    );
    expect(sums).toEqual([855642, 855916, 856169, 856422, 856732, 857002]);
    const [first] = chunk.frames;
    expect(Array.from(first?.landmarks?.slice(0, 6) ?? [])).toEqual([3055, 4875, -1050, 3056, 4397, -1347]);
    expect(Array.from(first?.faceColours.slice(0, 3) ?? [])).toEqual([46753, 35814, 30214]);
    expect(first).toMatchObject({
      frameWidthPx: 480,
      frameHeightPx: 640,
      hash: 'f3c9ebfd2b30f85c',
      backgroundMotion: Int16Array.of(37, 38),
      statistics: { frameMeanLuma: 8192, faceSharpness: 40960, faceDarkShare: 0 },
      second: null,
    });
    expect(
      chunk.pictures.map(({ frameIndex, widthPx, heightPx }) => [frameIndex, widthPx, heightPx]),
    ).toEqual([[2, 216, 320]]);
  });

  it('with extensions that nobody knows reads, and keeps them', () => {
    const { frames, extensions } = decodeTraceChunk(golden('unknown-extension'));
    expect(frames).toHaveLength(1);
    expect(extensions).toEqual([
      { id: 60001, bytes: Uint8Array.of(1, 2, 3) },
      { id: 60002, bytes: new Uint8Array(0) },
    ]);
  });

  it('with a light log reads: which colour was on the glass when, and told of at which frame', () => {
    const { frames, extensions } = decodeTraceChunk(golden('light-log'));
    expect(frames).toHaveLength(4);
    expect(extensions.map(({ id }) => id)).toEqual([LIGHT_LOG_ID, 60001]);
    expect(decodeLightLog(extensions[0]?.bytes ?? new Uint8Array(0))).toEqual([
      { frameIndex: 0, stage: 0, attempt: 0, shownAtMs: 1480 },
      { frameIndex: 2, stage: 1, attempt: 0, shownAtMs: 1555 },
      { frameIndex: 4, stage: 1, attempt: 1, shownAtMs: 1611 },
    ]);
  });

  it('has the light log that the documentation takes apart', () => {
    const path = fileURLToPath(new URL('../../../../docs/evidence-format.md', import.meta.url));
    const digits = /```light-log\n([0-9a-f\s]+)```/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    const bytes = digits
      .trim()
      .split(/\s+/)
      .map((byte) => parseInt(byte, 16));
    expect(bytes).toEqual(Array.from(decodeTraceChunk(golden('light-log')).extensions[0]?.bytes ?? []));
  });

  it('is the worked example of the documentation, digit by digit', () => {
    const path = fileURLToPath(new URL('../../../../docs/evidence-format.md', import.meta.url));
    const digits = /```hex\n([0-9a-f\s]+)```/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    const bytes = Uint8Array.from(digits.trim().split(/\s+/), (byte) => parseInt(byte, 16));
    expect(Array.from(bytes)).toEqual(Array.from(golden('empty-room')));
    const [frame] = decodeTraceChunk(bytes).frames;
    expect(frame).toMatchObject({
      timestampMs: 1000,
      frameWidthPx: 640,
      frameHeightPx: 480,
      landmarks: null,
    });
    expect(frame?.backgroundColours.every((colour) => colour === 20 * 256)).toBe(true);
  });
});
