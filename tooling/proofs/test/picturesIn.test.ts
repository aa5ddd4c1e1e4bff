import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { picturesIn } from './harness/picturesIn.js';

/** As much of a JPEG as says that it is one, and some bytes of noise that packs badly. */
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 251)),
]);

describe('pictures in bytes', () => {
  it.each([
    ['as they are', jpeg],
    ['behind other bytes', Buffer.concat([Buffer.from('HTRC\x01'), jpeg])],
    ['packed', gzipSync(jpeg)],
    ['as base64 in JSON', Buffer.from(JSON.stringify({ note: jpeg.toString('base64') }))],
    ['as base64url in JSON', Buffer.from(JSON.stringify({ note: jpeg.toString('base64url') }))],
    ['as base64 in JSON that is packed', gzipSync(JSON.stringify({ note: jpeg.toString('base64') }))],
    ['packed in base64', Buffer.from(gzipSync(jpeg).toString('base64'))],
  ])('are found %s', (_how, bytes) => {
    expect(picturesIn(bytes)).toEqual(['JPEG']);
  });

  it('are not found where there are none', () => {
    expect(picturesIn(Buffer.from('{"level":"trace"}'))).toEqual([]);
    expect(picturesIn(gzipSync(Buffer.alloc(5000, 7)))).toEqual([]);
  });
});
