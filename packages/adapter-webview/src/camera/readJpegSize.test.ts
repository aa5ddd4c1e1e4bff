import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readJpegSize } from './readJpegSize.js';

/** The head of a JPEG file: segments before the frame header, and the header. */
const head = (
  widthPx: number,
  heightPx: number,
  { before = [] as number[], marker = 0xc0 } = {},
): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xd8, ...before, 0xff, marker, 0x00, 0x11, 0x08],
    ...[heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255, 0x03],
    ...Array.from({ length: 9 }, () => 0),
  ]);

describe('readJpegSize', () => {
  it('reads the size of the frame header', () => {
    expect(readJpegSize(head(320, 240))).toEqual({ widthPx: 320, heightPx: 240 });
  });

  it('reads it of a progressive file too, behind other segments and fill bytes', () => {
    // APP0, a quantisation table, a Huffman table whose marker lies among those of frames, and two fill bytes.
    const before = [0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xdb, 0, 3, 9, 0xff, 0xc4, 0, 2, 0xff, 0xff];
    expect(readJpegSize(head(4000, 3000, { before, marker: 0xc2 }))).toEqual({
      widthPx: 4000,
      heightPx: 3000,
    });
  });

  it('a small file that claims four gigapixels is told by its head', () => {
    expect(readJpegSize(head(65_535, 65_535))).toEqual({ widthPx: 65_535, heightPx: 65_535 });
  });

  it.each([
    ['nothing', []],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['a head that is cut off', [...head(320, 240).subarray(0, 9)]],
    ['a scan without a frame', [0xff, 0xd8, 0xff, 0xda, 0, 8, 0, 0, 0, 0, 0, 0]],
    ['a segment that is no length long', [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 3]],
    ['a segment that leads out of the file', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0]],
    ['no marker where one has to be', [0xff, 0xd8, 0x00, 0xc0, 0, 17, 8, 0, 1, 0, 1, 3]],
  ])('%s has none', (_what, bytes) => {
    expect(readJpegSize(new Uint8Array(bytes))).toBeNull();
  });

  it('ends on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readJpegSize(new Uint8Array([0xff, 0xd8, ...bytes]));
      }),
    );
  });
});
