import type { BridgeTransport } from './BridgeTransport.js';
import { callHost, hostFunction } from './hostObject.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** The object that `WebViewCompat.addWebMessageListener` puts on the page. */
export const ANDROID_LISTENER_NAME = 'huotiHost';

/**
 * Android's web message listener: one object with `postMessage` and `message` events, put only on pages whose origin the app
 * listed; the platform tells the app each message's origin and whether it is the main frame. Bytes come as an `ArrayBuffer`.
 *
 * @example const transport = createAndroidListenerTransport();
 */
export function createAndroidListenerTransport({
  target = globalThis,
}: PageTransportOptions = {}): BridgeTransport {
  const unsubscribes = new Set<() => void>();
  return {
    name: 'android',
    knowsSender: true,
    binary: true,
    maxMessageChars: Infinity,
    send: (text) => void callHost(target, [ANDROID_LISTENER_NAME, 'postMessage'], text),
    subscribe(listener) {
      const onMessage = (event: unknown): void => {
        const { data } = (event ?? {}) as { data?: unknown };
        if (typeof data === 'string') listener(data);
        else if (data instanceof ArrayBuffer) listener(new Uint8Array(data));
      };
      // There before any script of the page, or never: the platform injects it at document start.
      callHost(target, [ANDROID_LISTENER_NAME, 'addEventListener'], 'message', onMessage);
      const stop = (): void => {
        unsubscribes.delete(stop);
        hostFunction(target, [ANDROID_LISTENER_NAME, 'removeEventListener'])?.('message', onMessage);
      };
      unsubscribes.add(stop);
      return stop;
    },
    close() {
      for (const stop of [...unsubscribes]) stop();
    },
  };
}
