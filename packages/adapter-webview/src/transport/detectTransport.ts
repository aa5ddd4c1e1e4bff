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

type Kind = readonly [path: readonly string[], create: (target: object) => BridgeTransport];

/**
 * Where each host's object is. Those whose platform names the sender come first; among the others huoti's own name comes before
 * a framework's, which is there whether or not its app knows of huoti (`dsBridge` is even put there by a script of the page).
 */
const KINDS: readonly Kind[] = [
  [[ANDROID_LISTENER_NAME, 'postMessage'], (target) => createAndroidListenerTransport({ target })],
  [
    ['webkit', 'messageHandlers', WK_REPLY_HANDLER, 'postMessage'],
    (target) => createWkTransport({ target, withReply: true }),
  ],
  [['webkit', 'messageHandlers', WK_HANDLER, 'postMessage'], (target) => createWkTransport({ target })],
  [[HARMONY_PROXY_NAME, 'postMessage'], (target) => createHarmonyTransport({ target })],
  [['flutter_inappwebview', 'callHandler'], (target) => createFlutterTransport({ target })],
  [[LEGACY_INTERFACE_NAME, 'postMessage'], (target) => createLegacyInterfaceTransport({ target })],
  [['ReactNativeWebView', 'postMessage'], (target) => createReactNativeTransport({ target })],
  [['dsBridge', 'call'], (target) => createDsBridgeTransport({ target })],
];

const unavailable = (why: string): HuotiError =>
  new HuotiError('BRIDGE_UNAVAILABLE', why, { retryable: true });

/**
 * The transport of whatever host this page has, looked for whenever something is sent until a host has been heard: its object
 * may appear late, and until then sending is BRIDGE_UNAVAILABLE. A page around this one is no host by itself: that is
 * `createIframeTransport`.
 *
 * @throws HuotiError BRIDGE_UNAVAILABLE where another script holds the receiver's name
 * @example const link = await connectBridge({ transport: detectTransport(), ...pieces });
 */
export function detectTransport({ target = globalThis }: PageTransportOptions = {}): BridgeTransport {
  // At once: a host may hand its token over before anything is sent.
  pageReceiver(target);
  const listeners = new Set<(message: string | Uint8Array) => void>();
  let found: { readonly kind: Kind; readonly transport: BridgeTransport } | null = null;
  let heard = false;
  let closed = false;

  const take = (kind: Kind): BridgeTransport => {
    const transport = kind[1](target);
    transport.subscribe((message) => {
      heard = true;
      for (const listener of [...listeners]) listener(message);
    });
    found?.transport.close();
    // Only now: one that could not be listened to is looked for again.
    found = { kind, transport };
    return transport;
  };

  const find = (): BridgeTransport => {
    if (closed) throw unavailable('the bridge was closed: connect again');
    if (found && heard) return found.transport;
    const kind = KINDS.find(([path]) => hostFunction(target, path) !== null);
    if (kind === undefined) throw unavailable('this page has no app around it: it goes on as a page');
    return found?.kind === kind ? found.transport : take(kind);
  };

  return {
    get name() {
      return found?.transport.name ?? 'none';
    },
    get knowsSender() {
      return found?.transport.knowsSender ?? false;
    },
    get binary() {
      return found?.transport.binary ?? false;
    },
    get maxMessageChars() {
      return found?.transport.maxMessageChars ?? Infinity;
    },
    // Looked for here as well: the first message carries the token already.
    token() {
      try {
        return find().token?.() ?? null;
      } catch {
        return null;
      }
    },
    send: (text) => find().send(text),
    subscribe(listener) {
      const own = (message: string | Uint8Array): void => listener(message);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close() {
      closed = true;
      listeners.clear();
      found?.transport.close();
    },
  };
}
