import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** The object that an app adds with `addJavascriptInterface`. */
export const LEGACY_INTERFACE_NAME = 'huotiLegacy';

/**
 * Android's old `addJavascriptInterface`. It is put into every frame, and the app can't tell which one calls: so the app hands
 * a token to the main frame of its own page, once a load, and drops every message without it. Use the web message listener
 * wherever the app can.
 *
 * @example const transport = createLegacyInterfaceTransport();
 */
export function createLegacyInterfaceTransport({
  target = globalThis,
}: PageTransportOptions = {}): BridgeTransport {
  const receiver = pageReceiver(target);
  const { subscribe, close } = createInbox(receiver);
  return {
    name: 'legacy',
    knowsSender: false,
    binary: false,
    maxMessageChars: Infinity,
    token: receiver.token,
    send: (text) => void callHost(target, [LEGACY_INTERFACE_NAME, 'postMessage'], text),
    subscribe,
    close,
  };
}
