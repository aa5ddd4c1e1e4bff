import { HuotiError } from '@huoti/protocol';
import type { BridgeTransport } from './BridgeTransport.js';

/** What {@link createIframeTransport} takes. */
export interface IframeTransportOptions {
  /** Exact origin of the page around this one, such as `https://bank.example`. Messages go to it and come from it alone. */
  readonly parentOrigin: string;
  /** @default the page's window */
  readonly target?: Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;
}

/** Scheme, host and port, and nothing after them. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

/**
 * A page around this one as the host, by `postMessage`. Both ends check origin and window of every message.
 *
 * @throws HuotiError INVALID_ARGUMENT for anything else than one exact origin: no `*`, no `null`
 * @example const transport = createIframeTransport({ parentOrigin: 'https://bank.example' });
 */
export function createIframeTransport({
  parentOrigin,
  target = window,
}: IframeTransportOptions): BridgeTransport {
  if (!ORIGIN.test(parentOrigin)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `parentOrigin must be one exact origin such as https://bank.example, got ${parentOrigin.slice(0, 100)}`,
    );
  }
  const unsubscribes = new Set<() => void>();
  return {
    name: 'iframe',
    knowsSender: true,
    binary: true,
    maxMessageChars: Infinity,
    send(text) {
      const { parent } = target;
      if (parent === null || parent === target) {
        throw new HuotiError('BRIDGE_UNAVAILABLE', 'this page is not inside another one: open it there');
      }
      try {
        parent.postMessage(text, parentOrigin);
      } catch (error) {
        throw new HuotiError(
          'BRIDGE_UNAVAILABLE',
          'the page around this one takes no message: open it again',
          {
            cause: error,
          },
        );
      }
    },
    subscribe(listener) {
      const onMessage = (event: MessageEvent): void => {
        if (event.origin !== parentOrigin || event.source !== target.parent) return;
        const data: unknown = event.data;
        if (typeof data === 'string') listener(data);
        else if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
      };
      target.addEventListener('message', onMessage);
      const stop = (): void => {
        unsubscribes.delete(stop);
        target.removeEventListener('message', onMessage);
      };
      unsubscribes.add(stop);
      return stop;
    },
    close() {
      for (const stop of [...unsubscribes]) stop();
    },
  };
}
