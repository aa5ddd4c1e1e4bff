import { describe, expect, it } from '@jest/globals';
import { encode } from 'flatbuffers/js/flexbuffers.js';
import { readCustomOptions } from './readCustomOptions.js';

describe('readCustomOptions', () => {
  it('reads scalars and rows of numbers, keys sorted', () => {
    const options = readCustomOptions(
      encode({ width: 16, scale: 1.5, subset: [33, 7, 468], name: 'eye', flip: true }),
    );
    expect(options).toEqual({ flip: true, name: 'eye', scale: 1.5, subset: [33, 7, 468], width: 16 });
    expect(Object.keys(options)).toEqual(['flip', 'name', 'scale', 'subset', 'width']);
  });

  it('reads a float of 0 as 0, which the library gives as null', () => {
    // A map whose only value is the 32-bit float 0: key "t", key vector, value, type byte 0x0e (FLOAT, 32 bits), root.
    const bytes = Uint8Array.of(
      0x74, 0x00, // "t"
      0x01, 0x03, // one key, 3 bytes back
      0x00, 0x00, 0x00, 0x00,
      0x05, 0x00, 0x00, 0x00, // key vector, 5 bytes back
      0x01, 0x00, 0x00, 0x00, // key width
      0x01, 0x00, 0x00, 0x00, // length
      0x00, 0x00, 0x00, 0x00, // 0.0
      0x0e, // FLOAT, 32 bits
      0x05, 0x26, 0x01, // root: a map of 32 bits, 5 bytes back
    ); // prettier-ignore
    expect(readCustomOptions(bytes)).toEqual({ t: 0 });
  });

  it('reads no bytes as no options', () => {
    expect(readCustomOptions(new Uint8Array(0))).toEqual({});
  });

  it('refuses bytes that are no FlexBuffer', () => {
    expect(() => readCustomOptions(Uint8Array.of(1))).toThrow(
      expect.objectContaining({ code: 'MALFORMED_FILE' }),
    );
    expect(() => readCustomOptions(Uint8Array.of(0xff, 0xff, 0xff))).toThrow(
      expect.objectContaining({ code: 'MALFORMED_FILE' }),
    );
  });

  it('refuses a bare number and a nested map', () => {
    expect(() => readCustomOptions(encode(5))).toThrow(/hold no map/);
    expect(() => readCustomOptions(encode({ deep: { a: 1 } }))).toThrow(/custom option deep is neither/);
  });
});
