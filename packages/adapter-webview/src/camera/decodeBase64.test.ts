import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeBase64 } from '../host/encodeBase64.js';
import { decodeBase64 } from './decodeBase64.js';

it('what an app encodes is what the page decodes, and what Node makes of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

it('a picture of 300 KB is encoded whole', () => {
  const bytes = Uint8Array.from({ length: 307_201 }, (_, at) => (at * 31) & 255);
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

it.each(['%%%', 'A', 'A===', '=AAA', 'AA=A'])('%p is no base64', (text) => {
  expect(decodeBase64(text)).toBeNull();
});
