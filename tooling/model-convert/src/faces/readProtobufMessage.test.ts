import { describe, expect, it } from '@jest/globals';
import { readProtobufMessage } from './readProtobufMessage.js';

describe('readProtobufMessage', () => {
  it('reads whole numbers, bytes and floats', () => {
    // field 1: 300; field 2: "ab"; field 3: 1.5
    const bytes = Uint8Array.of(0x08, 0xac, 0x02, 0x12, 0x02, 0x61, 0x62, 0x1d, 0x00, 0x00, 0xc0, 0x3f);
    expect(readProtobufMessage(bytes)).toEqual([
      { number: 1, kind: 'varint', value: 300 },
      { number: 2, kind: 'bytes', value: Uint8Array.of(0x61, 0x62) },
      { number: 3, kind: 'float', value: 1.5 },
    ]);
  });

  it.each([
    ['a varint that does not end', [0x08, 0x80]],
    ['a varint longer than a number holds', [0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]],
    ['bytes longer than the message', [0x12, 0x05, 0x61]],
    ['a float cut off', [0x1d, 0x00, 0x00]],
  ])('refuses %s', (_, bytes) => {
    expect(() => readProtobufMessage(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: 'MALFORMED_FILE' }),
    );
  });

  it('refuses a wire type it does not know', () => {
    expect(() => readProtobufMessage(Uint8Array.of(0x0b))).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED' }),
    );
  });
});
