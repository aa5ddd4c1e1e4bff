import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
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
  const { subscribe, hear, close } = createInbox(receiver);
  const path = ['webkit', 'messageHandlers', withReply ? WK_REPLY_HANDLER : WK_HANDLER, 'postMessage'];
  return {
    name: withReply ? 'wk-reply' : 'wk',
    knowsSender: true,
    binary: false,
    maxMessageChars: Infinity,
    // iOS names the frame and needs none; WebKitGTK does not, and its hosts hand one over.
    token: receiver.token,
    send(text) {
      const answer = callHost(target, path, text);
      // A handler that refuses this frame rejects; whoever asked is told by its own time.
      if (withReply) Promise.resolve(answer).then(hear, () => undefined);
    },
    subscribe,
    close,
  };
}
