import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { utf8Length } from './utf8Length.js';

const encoded = (text: string): number => new TextEncoder().encode(text).length;

it.each([
  ['', 0],
  ['a', 1],
  ['\u007f', 1],
  ['\u0080', 2],
  ['\u07ff', 2],
  ['\u0800', 3],
  ['活体', 6],
  ['\uffff', 3],
  ['\u{1f600}', 4],
  ['\u{10ffff}', 4],
  ['\ud800', 3],
  ['\udc00', 3],
  ['\udc00\ud800', 6],
  ['\ud800a', 4],
  ['\ud800\ud800\udc00', 7],
])('%j has %d bytes in UTF-8', (text, bytes) => {
  expect(utf8Length(text)).toBe(bytes);
  expect(encoded(text)).toBe(bytes);
});

it('any text, halves of pairs too, has as many bytes as an encoder makes of it', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd700, max: 0xe010 }));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = String.fromCharCode(...units);
      expect(utf8Length(text)).toBe(encoded(text));
    }),
    { numRuns: 3000, seed: 31 },
  );
});
