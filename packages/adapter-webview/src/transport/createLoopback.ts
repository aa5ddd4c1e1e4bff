import { HuotiError } from '@huoti/protocol';
import type { BridgeTransport } from './BridgeTransport.js';

type Listener = (message: string | Uint8Array) => void;

/** One end of a loopback: bytes go through it as well. */
export interface LoopbackEnd extends BridgeTransport {
  sendBytes(bytes: Uint8Array): void;
}

/** Two ends of one bridge in one process. */
export interface Loopback {
  readonly page: LoopbackEnd;
  readonly host: LoopbackEnd;
}

/** What {@link createLoopback} takes. */
export interface LoopbackOptions {
  /**
   * Carries one message to the other end; to reorder, delay, double or lose it. @default in a task of its own
   */
  readonly carry?: (deliver: () => void, message: string | Uint8Array, to: 'page' | 'host') => void;
}

/**
 * A bridge without an app: what one end sends the other one hears, in a task of its own as in a real one.
 *
 * @example const { page, host } = createLoopback();
 */
export function createLoopback({
  carry = (deliver) => void Promise.resolve().then(deliver),
}: LoopbackOptions = {}): Loopback {
  const listeners = { page: new Set<Listener>(), host: new Set<Listener>() };
  let closed = false;

  const end = (own: 'page' | 'host', other: 'page' | 'host'): LoopbackEnd => ({
    name: 'loopback',
    knowsSender: true,
    binary: true,
    maxMessageChars: Infinity,
    send: (text) => post(text, other),
    sendBytes: (bytes) => post(bytes, other),
    subscribe(listener) {
      const wrapped: Listener = (message) => listener(message);
      listeners[own].add(wrapped);
      return () => void listeners[own].delete(wrapped);
    },
    close() {
      closed = true;
      listeners.page.clear();
      listeners.host.clear();
    },
  });
  const post = (message: string | Uint8Array, to: 'page' | 'host'): void => {
    if (closed) throw new HuotiError('BRIDGE_UNAVAILABLE', 'the loopback was closed: make a new one');
    carry(
      () => {
        for (const listener of [...listeners[to]]) listener(message);
      },
      message,
      to,
    );
  };
  return { page: end('page', 'host'), host: end('host', 'page') };
}
