import { HuotiError } from '@huoti/protocol';
import type { BridgeTransport } from './BridgeTransport.js';
import { ANDROID_LISTENER_NAME, createAndroidListenerTransport } from './createAndroidListenerTransport.js';
import { createDsBridgeTransport } from './createDsBridgeTransport.js';
import { createFlutterTransport } from './createFlutterTransport.js';
import { createHarmonyTransport, HARMONY_PROXY_NAME } from './createHarmonyTransport.js';
import { createLegacyInterfaceTransport, LEGACY_INTERFACE_NAME } from './createLegacyInterfaceTransport.js';
import { createReactNativeTransport } from './createReactNativeTransport.js';
import { createWkTransport, WK_HANDLER, WK_REPLY_HANDLER } from './createWkTransport.js';
import { hostFunction } from './hostObject.js';
import { pageReceiver } from './pageReceiver.js';
import type { PageTransportOptions } from './PageTransportOptions.js';

/** Where each host's object is, those whose platform names the sender first. */
const KINDS: readonly (readonly [path: readonly string[], create: (target: object) => BridgeTransport])[] = [
  [[ANDROID_LISTENER_NAME, 'postMessage'], (target) => createAndroidListenerTransport({ target })],
  [
    ['webkit', 'messageHandlers', WK_REPLY_HANDLER, 'postMessage'],
    (target) => createWkTransport({ target, withReply: true }),
  ],
  [['webkit', 'messageHandlers', WK_HANDLER, 'postMessage'], (target) => createWkTransport({ target })],
  [['flutter_inappwebview', 'callHandler'], (target) => createFlutterTransport({ target })],
  [[HARMONY_PROXY_NAME, 'postMessage'], (target) => createHarmonyTransport({ target })],
  [['ReactNativeWebView', 'postMessage'], (target) => createReactNativeTransport({ target })],
  [['dsBridge', 'call'], (target) => createDsBridgeTransport({ target })],
  [[LEGACY_INTERFACE_NAME, 'postMessage'], (target) => createLegacyInterfaceTransport({ target })],
];

/**
 * The transport of whatever host this page has, found when something is first sent: a host's object may appear late, and until
 * then sending is BRIDGE_UNAVAILABLE. A page around this one is no host by itself: that is `createIframeTransport`.
 *
 * @example const link = await connectBridge({ transport: detectTransport(), ...pieces });
 */
export function detectTransport({ target = globalThis }: PageTransportOptions = {}): BridgeTransport {
  // At once: a host may hand its token over before anything is sent.
  pageReceiver(target);
  const listeners = new Set<(message: string | Uint8Array) => void>();
  let found: BridgeTransport | null = null;
  let closed = false;

  const find = (): BridgeTransport => {
    if (found) return found;
    const kind = KINDS.find(([path]) => hostFunction(target, path) !== null);
    if (closed || kind === undefined) {
      throw new HuotiError('BRIDGE_UNAVAILABLE', 'this page has no app around it: it goes on as a page', {
        retryable: true,
      });
    }
    found = kind[1](target);
    found.subscribe((message) => {
      for (const listener of [...listeners]) listener(message);
    });
    return found;
  };

  return {
    get name() {
      return found?.name ?? 'none';
    },
    get knowsSender() {
      return found?.knowsSender ?? false;
    },
    get binary() {
      return found?.binary ?? false;
    },
    get maxMessageChars() {
      return found?.maxMessageChars ?? Infinity;
    },
    token: () => found?.token?.() ?? null,
    send: (text) => find().send(text),
    subscribe(listener) {
      const own = (message: string | Uint8Array): void => listener(message);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      closed = true;
      listeners.clear();
      found?.close();
    },
  };
}
