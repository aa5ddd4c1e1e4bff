import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** The object that an app registers with `registerJavaScriptProxy`. */
export const HARMONY_PROXY_NAME = 'huotiArk';

/**
 * HarmonyOS ArkWeb: a JavaScript proxy one way, `runJavaScript` into the receiver the other. The proxy is put into every frame;
 * the app restricts it by a permission list of addresses and reads the calling frame's.
 *
 * @example const transport = createHarmonyTransport();
 */
export function createHarmonyTransport({ target = globalThis }: PageTransportOptions = {}): BridgeTransport {
  const { subscribe, close } = createInbox(pageReceiver(target));
  return {
    name: 'harmony',
    knowsSender: true,
    binary: false,
    maxMessageChars: Infinity,
    send: (text) => void callHost(target, [HARMONY_PROXY_NAME, 'postMessage'], text),
    subscribe,
    close,
  };
}
