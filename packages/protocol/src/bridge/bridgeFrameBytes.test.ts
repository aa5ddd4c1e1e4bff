import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHuotiError } from '../errors/HuotiError.js';
import { joinBridgeFrame, splitBridgeFrame } from './bridgeFrameBytes.js';
import { MAX_BRIDGE_FRAME_BYTES } from './bridgeLimits.js';

const TEXT = '{"protocol":"huoti-bridge","kind":"frame"}';
const PIXELS = Uint8Array.of(255, 216, 0, 1, 2, 255, 217);
const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    return error.code;
  }
};

describe('a binary frame', () => {
  it('is HBF1, the length of its message in little-endian, the message, and the pixels', () => {
    const bytes = joinBridgeFrame('{}', Uint8Array.of(7, 8, 9));
    expect(Array.from(bytes)).toEqual([0x48, 0x42, 0x46, 0x31, 2, 0, 0, 0, 0x7b, 0x7d, 7, 8, 9]);
  });

  it('is taken apart to what it was joined of, whatever the pixels are', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'{}[]":,.09azAZ _-'), maxLength: 200 });
    fc.assert(
      fc.property(ascii, fc.uint8Array({ maxLength: 500 }), (text, pixels) => {
        const split = splitBridgeFrame(joinBridgeFrame(text, pixels));
        expect(split.text).toBe(text);
        expect(Array.from(split.pixels)).toEqual(Array.from(pixels));
      }),
      { numRuns: 500, seed: 32 },
    );
  });

  it('is not copied, and may be a view into a larger buffer', () => {
    const whole = joinBridgeFrame(TEXT, PIXELS);
    const buffer = new Uint8Array(whole.length + 20).fill(0x48);
    buffer.set(whole, 13);
    const { text, pixels } = splitBridgeFrame(buffer.subarray(13, 13 + whole.length));
    expect(text).toBe(TEXT);
    expect(Array.from(pixels)).toEqual(Array.from(PIXELS));
    expect(pixels.buffer).toBe(buffer.buffer);
  });

  it('may have no pixels, which whoever decodes it finds out', () => {
    expect(splitBridgeFrame(joinBridgeFrame(TEXT, new Uint8Array(0))).pixels).toHaveLength(0);
  });

  it('that is cut anywhere in its head or its message is refused, and never read past its end', () => {
    const whole = joinBridgeFrame(TEXT, PIXELS);
    const headAndMessage = 8 + TEXT.length;
    for (let length = 0; length < headAndMessage; length++)
      expect(codeOf(() => splitBridgeFrame(whole.subarray(0, length)))).toBe('PROTOCOL_MALFORMED');
    for (let length = headAndMessage; length <= whole.length; length++)
      expect(splitBridgeFrame(whole.subarray(0, length)).pixels).toHaveLength(length - headAndMessage);
  });

  it('with any one byte of its head wrong is refused, or has another length that still ends inside it', () => {
    const whole = joinBridgeFrame(TEXT, PIXELS);
    for (let at = 0; at < 8; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const bytes = whole.slice();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        let length = -1;
        const code = codeOf(() => (length = splitBridgeFrame(bytes).text.length));
        if (code === null) expect(8 + length).toBeLessThanOrEqual(whole.length);
        else expect(code).toBe('PROTOCOL_MALFORMED');
        if (at !== 4) expect(code).toBe('PROTOCOL_MALFORMED');
      }
    }
  });

  it('of any bytes at all is refused or taken apart, and nothing else', () => {
    const headed = fc
      .uint8Array({ maxLength: 64 })
      .map((rest) => Uint8Array.of(0x48, 0x42, 0x46, 0x31, ...rest));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), headed), (bytes) => {
        expect([null, 'PROTOCOL_MALFORMED']).toContain(codeOf(() => splitBridgeFrame(bytes)));
      }),
      { numRuns: 2000, seed: 33 },
    );
  });

  it('larger than agreed is refused before it is looked at, and is not sent', () => {
    const whole = joinBridgeFrame(TEXT, PIXELS);
    const exact = { maxFrameBytes: whole.length };
    const less = { maxFrameBytes: whole.length - 1 };
    expect(splitBridgeFrame(whole, exact).text).toBe(TEXT);
    expect(joinBridgeFrame(TEXT, PIXELS, exact)).toHaveLength(whole.length);
    expect(codeOf(() => splitBridgeFrame(whole, less))).toBe('PROTOCOL_MALFORMED');
    expect(codeOf(() => joinBridgeFrame(TEXT, PIXELS, less))).toBe('INVALID_ARGUMENT');
    expect(codeOf(() => splitBridgeFrame(new Uint8Array(MAX_BRIDGE_FRAME_BYTES + 1)))).toBe(
      'PROTOCOL_MALFORMED',
    );
  });

  it('has a message of ASCII, 4,096 characters at most', () => {
    expect(splitBridgeFrame(joinBridgeFrame(' '.repeat(4096), PIXELS)).text).toHaveLength(4096);
    expect(codeOf(() => joinBridgeFrame(' '.repeat(4097), PIXELS))).toBe('INVALID_ARGUMENT');
    for (const text of ['é', '\u007f', '\ud83d\ude00'])
      expect(codeOf(() => joinBridgeFrame(text, PIXELS))).toBe('INVALID_ARGUMENT');
    const bytes = joinBridgeFrame('ab', PIXELS);
    bytes[9] = 0x80;
    expect(codeOf(() => splitBridgeFrame(bytes))).toBe('PROTOCOL_MALFORMED');
  });
});
