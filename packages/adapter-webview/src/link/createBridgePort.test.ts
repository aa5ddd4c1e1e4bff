import { describe, expect, it } from '@jest/globals';
import { joinBridgeFrame, type BridgeMessage } from '@huoti/protocol/bridge';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import { createBridgePort } from './createBridgePort.js';

const SESSION = 'a'.repeat(32);
const LIMITS = { controlBytes: 8192, frameBytes: 1_048_576 };

const setUp = ({ maxMessageChars = Infinity, token = null as string | null } = {}) => {
  const sent: string[] = [];
  const heard: BridgeMessage[] = [];
  let hear: (message: string | Uint8Array) => void = () => undefined;
  let nowMs = 10;
  let broken = false;
  const transport: BridgeTransport = {
    ...{ name: 'test', knowsSender: true, binary: true, maxMessageChars },
    token: () => token,
    send(text) {
      if (broken) throw new TypeError('made for the test');
      sent.push(text);
    },
    subscribe(listener) {
      hear = listener;
      return () => void (hear = () => undefined);
    },
    close: () => undefined,
  };
  const port = createBridgePort({
    transport,
    session: SESSION,
    clock: { nowMs: () => (nowMs += 1) },
    limits: LIMITS,
    onMessage: (message) => heard.push(message),
  });
  const message = (fields: object): string =>
    JSON.stringify({
      ...{ protocol: 'huoti-bridge', version: '1.0', session: SESSION, id: 1, timeMs: 0 },
      ...{ kind: 'event', name: 'app.pause', payload: {} },
      ...fields,
    });
  return {
    port,
    sent,
    heard,
    message,
    hear: (raw: string | Uint8Array) => hear(raw),
    breakDown: () => void (broken = true),
  };
};

describe('createBridgePort', () => {
  it('numbers what it sends, one by one, with version, session, time and token', () => {
    const { port, sent } = setUp({ token: 'T'.repeat(22) });
    expect(port.reserveId()).toBe(1);
    port.send({ kind: 'event', name: 'ui.close', payload: {} }, 1);
    port.send({ kind: 'event', name: 'ui.close', payload: {} });
    const [first, second] = sent.map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(first).toEqual({
      ...{ protocol: 'huoti-bridge', version: '1.0', session: SESSION, id: 1, timeMs: 11 },
      ...{ token: 'T'.repeat(22), kind: 'event', name: 'ui.close', payload: {} },
    });
    expect(second).toMatchObject({ id: 2, timeMs: 12 });
  });

  it('sends no more than the smaller of what the host takes and what the transport carries', () => {
    const log = { kind: 'event', name: 'log', payload: { level: 'warn', message: 'x'.repeat(250) } } as const;
    const narrow = setUp({ maxMessageChars: 200 });
    expect(() => narrow.port.send(log)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    const wide = setUp();
    wide.port.agree({ controlBytes: 4096, frameBytes: 524_288 }, '1.0');
    wide.port.send(log);
    const large = { ...log, payload: { level: 'warn', message: 'x'.repeat(5000) } } as const;
    expect(() => wide.port.send(large)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
    expect(wide.sent.length).toBe(1);
  });

  it('a host that agrees to more than this side takes gets no more', () => {
    const { port, hear, message } = setUp();
    port.agree({ controlBytes: 262_144, frameBytes: 2_097_152 }, '1.0');
    hear(message({ padding: 'x'.repeat(9000) }));
    expect(port.refused).toEqual({ too_large: 1 });
  });

  it('a message that comes twice is handed on once, for the last 512', () => {
    const { port, heard, hear, message } = setUp();
    for (let id = 1; id <= 600; id++) hear(message({ id }));
    for (const id of [600, 300, 89]) hear(message({ id }));
    expect(heard.length).toBe(600);
    expect(port.refused).toEqual({ heard_before: 3 });
    // So old that it is not remembered: memory is bounded, and a real host counts on.
    hear(message({ id: 1 }));
    expect(heard.length).toBe(601);
  });

  it('bytes are a frame without pixels in its text, or nothing', () => {
    const { port, heard, hear, message } = setUp();
    const payload = {
      ...{ stream: 1, sequence: 0, capturedAtMs: 0, widthPx: 16, heightPx: 16 },
      ...{ format: 'jpeg', rotationDegrees: 0, droppedCount: 0 },
    };
    const frame = (id: number, over: object = {}): string =>
      message({ id, kind: 'frame', name: 'frame', payload: { ...payload, ...over } });
    hear(joinBridgeFrame(frame(1), new Uint8Array(3)));
    hear(joinBridgeFrame(frame(2, { data: 'AAAA' }), new Uint8Array(3)));
    hear(joinBridgeFrame(message({ id: 3 }), new Uint8Array(3)));
    hear(new Uint8Array(3));
    hear(new Uint8Array(2_000_000));
    expect(heard.map(({ id }) => id)).toEqual([1]);
    expect(port.refused).toEqual({ bad_message: 3, too_large: 1 });
  });

  it('a request that is refused while nothing can be sent does not throw into the host', () => {
    const { port, hear, message, breakDown } = setUp();
    breakDown();
    hear(message({ kind: 'request', name: 'session.start', payload: 7 }));
    expect(port.refused).toEqual({ bad_message: 1 });
  });

  it('names of refusals are no names of objects', () => {
    const { port } = setUp();
    expect(Object.getPrototypeOf(port.refused)).toBeNull();
  });

  it('once closed it hears nothing', () => {
    const { port, heard, hear, message } = setUp();
    port.close();
    hear(message({}));
    expect(heard).toEqual([]);
  });
});
