import type { BridgeTransport } from './BridgeTransport.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** What {@link createWkTransport} takes. */
export interface WkTransportOptions extends PageTransportOptions {
  /** Whether the handler answers (`WKScriptMessageHandlerWithReply`, iOS 14). @default false */
  readonly withReply?: boolean;
}

/** Handlers' names: one answers, one does not, and an app registers either. */
export const WK_HANDLER = 'huoti';
export const WK_REPLY_HANDLER = 'huotiReply';

/**
 * WKWebView and WebKitGTK: `webkit.messageHandlers`. Bodies travel as JSON there, so text is all that is sent. A handler that
 * answers may hand its message back at once; everything else comes through the page's receiver. A handler is seen by every
 * frame, and the platform tells the host which one called.
 *
 * @example const transport = createWkTransport({ withReply: true });
 */
export function createWkTransport({
  target = globalThis,
  withReply = false,
}: WkTransportOptions = {}): BridgeTransport {
  const receiver = pageReceiver(target);
  const listeners = new Set<(text: string) => void>();
  const path = ['webkit', 'messageHandlers', withReply ? WK_REPLY_HANDLER : WK_HANDLER, 'postMessage'];
  let closed = false;

  const hear = (answer: unknown): void => {
    if (closed || typeof answer !== 'string' || answer === '') return;
    for (const listener of [...listeners]) listener(answer);
  };
  return {
    name: withReply ? 'wk-reply' : 'wk',
    knowsSender: true,
    binary: false,
    maxMessageChars: Infinity,
    send(text) {
      const answer = callHost(target, path, text);
      // A handler that refuses this frame rejects; whoever asked is told by its own time.
      if (withReply) Promise.resolve(answer).then(hear, () => undefined);
    },
    subscribe(listener) {
      const own = (text: string): void => listener(text);
      listeners.add(own);
      const unsubscribe = receiver.subscribe(own);
      return () => {
        listeners.delete(own);
        unsubscribe();
      };
    },
    close() {
      closed = true;
      listeners.clear();
    },
  };
}
