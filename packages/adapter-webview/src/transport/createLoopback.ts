import { HuotiError } from '@huoti/protocol';
import type { BridgeTransport } from './BridgeTransport.js';

type Listener = (message: string | Uint8Array) => void;
type Side = 'page' | 'host';

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
  readonly carry?: (deliver: () => void, message: string | Uint8Array, to: Side) => void;
}

/**
 * A bridge without an app: what one end sends the other one hears, in a task of its own as in a real one. An end that was closed
 * hears nothing, and what the other sends finds nobody.
 *
 * @example const { page, host } = createLoopback();
 */
export function createLoopback({
  carry = (deliver) => void Promise.resolve().then(deliver),
}: LoopbackOptions = {}): Loopback {
  const listeners = { page: new Set<Listener>(), host: new Set<Listener>() };
  const closed = { page: false, host: false };

  const post = (message: string | Uint8Array, from: Side, to: Side): void => {
    if (closed[from]) throw new HuotiError('BRIDGE_UNAVAILABLE', 'this end was closed: make a new loopback');
    carry(
      () => {
        for (const listener of [...listeners[to]]) listener(message);
      },
      message,
      to,
    );
  };
  const end = (own: Side, other: Side): LoopbackEnd => ({
    name: 'loopback',
    knowsSender: true,
    binary: true,
    maxMessageChars: Infinity,
    send: (text) => post(text, own, other),
    sendBytes: (bytes) => post(bytes, own, other),
    subscribe(listener) {
      const wrapped: Listener = (message) => listener(message);
      if (!closed[own]) listeners[own].add(wrapped);
      return () => void listeners[own].delete(wrapped);
    },
    close() {
      closed[own] = true;
      listeners[own].clear();
    },
  });
  return { page: end('page', 'host'), host: end('host', 'page') };
}
