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
  const listeners = new Set<(message: string | Uint8Array) => void>();
  let attached = false;

  const onMessage = (event: unknown): void => {
    const { data } = (event ?? {}) as { data?: unknown };
    const message =
      typeof data === 'string' ? data : data instanceof ArrayBuffer ? new Uint8Array(data) : null;
    if (message === null) return;
    for (const listener of [...listeners]) listener(message);
  };
  const attach = (): void => {
    if (attached || listeners.size === 0) return;
    callHost(target, [ANDROID_LISTENER_NAME, 'addEventListener'], 'message', onMessage);
    attached = true;
  };
  const detach = (): void => {
    if (!attached || listeners.size > 0) return;
    attached = false;
    hostFunction(target, [ANDROID_LISTENER_NAME, 'removeEventListener'])?.('message', onMessage);
  };
  return {
    name: 'android',
    knowsSender: true,
    binary: true,
    maxMessageChars: Infinity,
    send(text) {
      // The platform puts the object there before any script of the page; it is listened to by the first message at the latest.
      attach();
      callHost(target, [ANDROID_LISTENER_NAME, 'postMessage'], text);
    },
    subscribe(listener) {
      const own = (message: string | Uint8Array): void => listener(message);
      listeners.add(own);
      if (hostFunction(target, [ANDROID_LISTENER_NAME, 'addEventListener']) !== null) attach();
      return () => {
        listeners.delete(own);
        detach();
      };
    },
    close() {
      listeners.clear();
      detach();
    },
  };
}
