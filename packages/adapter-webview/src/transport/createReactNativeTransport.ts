import type { BridgeTransport } from './BridgeTransport.js';
import { createInbox } from './createInbox.js';
import { callHost } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/**
 * react-native-webview: `ReactNativeWebView.postMessage` one way, `injectJavaScript` into the receiver the other. The object is
 * in every frame and the app learns the view's address, not the frame's, so the token is needed.
 *
 * @example const transport = createReactNativeTransport();
 */
export function createReactNativeTransport({
  target = globalThis,
}: PageTransportOptions = {}): BridgeTransport {
  const receiver = pageReceiver(target);
  const { subscribe, close } = createInbox(receiver);
  return {
    name: 'react-native',
    knowsSender: false,
    binary: false,
    maxMessageChars: Infinity,
    token: receiver.token,
    send: (text) => void callHost(target, ['ReactNativeWebView', 'postMessage'], text),
    subscribe,
    close,
  };
}
