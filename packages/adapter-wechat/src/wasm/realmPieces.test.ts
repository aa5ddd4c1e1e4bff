import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase64 } from './decodeBase64.js';
import { Utf8Encoder } from './Utf8Encoder.js';

describe('what the realm lacks', () => {
  it('base64 is read as every other host reads it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(Buffer.from(decodeBase64(text), 'latin1')).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('text becomes the same UTF-8 as everywhere, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => {
        const text = String.fromCharCode(...units);
        expect([...new Utf8Encoder().encode(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect([...new Utf8Encoder().encode('活😀')]).toEqual([...new TextEncoder().encode('活😀')]);
  });
});
