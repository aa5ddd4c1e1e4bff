import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { gunzipBounded } from './gunzipBounded.js';

const MB = 1024 * 1024;

describe('bounded gunzip', () => {
  it('gives back what was packed, up to the limit itself', () => {
    const plain = new Uint8Array(MB).fill(7);
    const unpacked = gunzipBounded(gzipSync(plain), { maxBytes: MB });
    expect(unpacked.ok && Buffer.compare(unpacked.bytes, plain)).toBe(0);
  });

  it('refuses one byte more', () => {
    expect(gunzipBounded(gzipSync(new Uint8Array(MB + 1)), { maxBytes: MB })).toEqual({
      ok: false,
      why: 'too-large',
    });
  });

  // The attacker packs 256 MB of zeros into 256 KB.
  it('stops a bomb at the limit, in its time and memory', () => {
    const bomb = gzipSync(Buffer.alloc(256 * MB));
    const before = process.memoryUsage();
    const beganMs = performance.now();
    expect(gunzipBounded(bomb, { maxBytes: MB })).toEqual({ ok: false, why: 'too-large' });
    expect(performance.now() - beganMs).toBeLessThan(500);
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(8 * MB);
  });

  // The attacker hides the bomb behind a small first member: a gzip stream may have several.
  it('counts all members of a stream together', () => {
    const members = Buffer.concat([gzipSync(Buffer.alloc(MB)), gzipSync(Buffer.alloc(MB))]);
    expect(gunzipBounded(members, { maxBytes: MB }).ok).toBe(false);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('chunk')],
    ['a stream that is cut', gzipSync(Buffer.alloc(5000, 'abc')).subarray(0, 30)],
    ['a stream whose checksum is wrong', Buffer.from(gzipSync(Buffer.from('abc'))).fill(0, 15, 19)],
  ])('refuses %s', (_name, bytes) => {
    expect(gunzipBounded(bytes, { maxBytes: MB })).toEqual({ ok: false, why: 'not-gzip' });
  });
});
