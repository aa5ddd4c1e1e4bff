import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCanonicalFace } from './readCanonicalFace.js';
import { encodePng } from './encodePng.js';
import { encodeY4mFrame } from './encodeY4mFrame.js';
import { writeClip } from './writeClip.js';

const canonicalFace = await readCanonicalFace();
const small = { canonicalFace, widthPx: 16, heightPx: 24, textureSizePx: 64, scene: 'empty-room' } as const;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huoti-clip-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeClip', () => {
  it('writes a header and as many whole frames as it says', async () => {
    const path = join(folder, 'a.y4m');
    expect(await writeClip({ ...small, path, fps: 10, durationMs: 500 })).toBe(5);
    const bytes = await readFile(path);
    const header = 'YUV4MPEG2 W16 H24 F10:1 Ip A1:1 C420jpeg\n';
    expect(bytes.subarray(0, header.length).toString()).toBe(header);
    expect(bytes.length).toBe(header.length + 5 * ('FRAME\n'.length + 16 * 24 * 1.5));
  });

  it('refuses odd sizes and other kinds of files', async () => {
    await expect(writeClip({ ...small, widthPx: 15, path: join(folder, 'a.y4m') })).rejects.toThrow('even');
    await expect(writeClip({ ...small, path: join(folder, 'a.mp4') })).rejects.toThrow('.y4m');
  });
});

describe('encodeY4mFrame', () => {
  it('has white at 235, black at 16 and no colour in grey', () => {
    const white = encodeY4mFrame(new Uint8ClampedArray(16).fill(255), 2, 2);
    const black = encodeY4mFrame(new Uint8ClampedArray(16), 2, 2);
    expect(Array.from(white.subarray(6))).toEqual([235, 235, 235, 235, 128, 128]);
    expect(Array.from(black.subarray(6))).toEqual([16, 16, 16, 16, 128, 128]);
  });
});

describe('encodePng', () => {
  it('states the size of the picture behind the signature', () => {
    const png = Buffer.from(encodePng(new Uint8ClampedArray(3 * 2 * 4), 3, 2));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3, 2]);
  });
});

describe('readCanonicalFace', () => {
  it('says what to build where the file is missing', async () => {
    await expect(readCanonicalFace(join(folder, 'none.json'))).rejects.toThrow('build @huoti/models');
  });
});
