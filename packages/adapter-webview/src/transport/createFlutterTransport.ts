import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** Name of the handler that an app adds. */
export const FLUTTER_HANDLER = 'huoti';

/**
 * flutter_inappwebview: `callHandler` one way, `evaluateJavascript` into the receiver the other. What the handler returns may
 * be a message as well. The plugin's object may be there before the platform is ready; until then a call fails and is tried
 * again by whoever greets.
 *
 * @example const transport = createFlutterTransport();
 */
export function createFlutterTransport({ target = globalThis }: PageTransportOptions = {}): BridgeTransport {
  const { subscribe, hear, close } = createInbox(pageReceiver(target));
  return {
    name: 'flutter',
    knowsSender: true,
    binary: false,
    maxMessageChars: Infinity,
    send(text) {
      const answer = callHost(target, ['flutter_inappwebview', 'callHandler'], FLUTTER_HANDLER, text);
      Promise.resolve(answer).then(hear, () => undefined);
    },
    subscribe,
    close,
  };
}
