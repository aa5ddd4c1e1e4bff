import { describe, expect, it } from '@jest/globals';
import { goldenBridge } from '../../test/bridge/goldenBridge.js';
import { isHuotiError } from '../errors/HuotiError.js';
import type { BridgeMessage } from './BridgeMessage.js';
import { readBridgeMessage } from './readBridgeMessage.js';
import { utf8Length } from './utf8Length.js';
import { writeBridgeMessage } from './writeBridgeMessage.js';

const golden = (file: string, from: 'page' | 'host'): BridgeMessage => {
  const reading = readBridgeMessage(goldenBridge.text(`valid/${file}.json`), { from });
  if (!reading.ok) throw new TypeError(JSON.stringify(reading));
  return reading.message;
};
const logOf = (message: string): BridgeMessage => ({
  ...golden('log.event', 'page'),
  kind: 'event',
  name: 'log',
  payload: { level: 'debug', message },
});

describe('writeBridgeMessage', () => {
  it('writes nothing that ends a script or a line of one, and loses none of it', () => {
    // The attacker has the page log text that closes the script a host builds around it.
    const message = '</script><script>alert(1)</script><!-- \u2028 \u2029 -->';
    const text = writeBridgeMessage(logOf(message));
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(text).toContain('\\u003c/script>');
    expect(text).toContain('\\u2028');
    const reading = readBridgeMessage(text, { from: 'page' });
    expect(reading.ok && reading.message).toEqual(logOf(message));
  });

  it('escapes names of facts as well', () => {
    const message: BridgeMessage = {
      ...logOf('x'),
      kind: 'event',
      name: 'log',
      payload: { level: 'debug', message: 'x', facts: { a: '<b>\u2029' } },
    };
    expect(writeBridgeMessage(message)).not.toMatch(/[<\u2028\u2029]/);
  });

  it('writes one line', () => {
    const text = writeBridgeMessage(logOf('one\ntwo\r\n\u0000'));
    for (const character of ['\n', '\r', '\u0000']) expect(text).not.toContain(character);
  });

  it('stands inside a script as a literal of a literal', () => {
    const text = writeBridgeMessage(logOf('"quoted\\" </script>\u2028'));
    // What a host evaluates: receive("...").
    const script = `receive(${JSON.stringify(text)})`;
    let heard = '';
    new Function('receive', script)((value: string) => (heard = value));
    expect(heard).toBe(text);
    expect(script).not.toMatch(/[<\u2028\u2029]/);
  });

  it('counts bytes of UTF-8 after escaping, and never cuts', () => {
    const message = logOf('活体<'.repeat(20));
    const bytes = utf8Length(writeBridgeMessage(message));
    expect(utf8Length(writeBridgeMessage(message, { maxControlBytes: bytes }))).toBe(bytes);
    let thrown: unknown = null;
    try {
      writeBridgeMessage(message, { maxControlBytes: bytes - 1 });
    } catch (error) {
      thrown = error;
    }
    expect(isHuotiError(thrown, 'INVALID_ARGUMENT')).toBe(true);
    expect((thrown as Error).message).toBe(
      `log is ${bytes} bytes, the other side takes ${bytes - 1}: send less`,
    );
  });

  it('has one limit for frames and one for all else', () => {
    const frame = golden('frame.frame', 'host');
    const bytes = utf8Length(writeBridgeMessage(frame));
    const least = { maxControlBytes: 1, maxFrameBytes: bytes };
    expect(utf8Length(writeBridgeMessage(frame, least))).toBe(bytes);
    expect(() => writeBridgeMessage(frame, { maxFrameBytes: bytes - 1 })).toThrow('send less');
    expect(() => writeBridgeMessage(logOf('x'), least)).toThrow('send less');
  });

  it('of what it wrote, the reader makes the same message again, halves of pairs too', () => {
    for (const message of ['\ud800', 'a\udfff', '\ud83d\ude00', '\u0000\u001f']) {
      const reading = readBridgeMessage(writeBridgeMessage(logOf(message)), { from: 'page' });
      expect(reading.ok && reading.message).toEqual(logOf(message));
    }
  });
});
