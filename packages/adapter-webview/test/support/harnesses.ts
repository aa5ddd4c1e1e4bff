import { HuotiError } from '@huoti/protocol';
import type { BridgeSender } from '../../src/host/BridgeHostTransport.js';
import type { BridgeHarness } from '../../src/testing/conformance/BridgeHarness.js';
import { createAndroidListenerTransport } from '../../src/transport/createAndroidListenerTransport.js';
import { createDsBridgeTransport } from '../../src/transport/createDsBridgeTransport.js';
import { createFlutterTransport } from '../../src/transport/createFlutterTransport.js';
import { createHarmonyTransport } from '../../src/transport/createHarmonyTransport.js';
import { createIframeTransport } from '../../src/transport/createIframeTransport.js';
import { createLegacyInterfaceTransport } from '../../src/transport/createLegacyInterfaceTransport.js';
import { createLoopback } from '../../src/transport/createLoopback.js';
import { createReactNativeTransport } from '../../src/transport/createReactNativeTransport.js';
import { createWkTransport } from '../../src/transport/createWkTransport.js';
import { detectTransport } from '../../src/transport/detectTransport.js';
import {
  createReceiverHarness,
  KNOWN_ORIGINS,
  MAIN_FRAME,
  type FakeWindow,
} from './createReceiverHarness.js';
import { createFakeFrame } from './createFakeFrame.js';

type HostListener = (message: string | Uint8Array, sender?: BridgeSender) => void;
const later = (work: () => void): void => void Promise.resolve().then(work);
const FRAME: BridgeSender = { origin: 'https://liveness.example', isMainFrame: false };

const loopback = (): BridgeHarness => {
  const { page, host } = createLoopback();
  let isThere = false;
  let listening = 0;
  const heard = new Set<HostListener>();
  host.subscribe((message) => {
    for (const listener of [...heard]) listener(message, MAIN_FRAME);
  });
  return {
    createTransport: () => ({
      ...page,
      send(text) {
        if (!isThere) throw new HuotiError('BRIDGE_UNAVAILABLE', 'made for the test');
        page.send(text);
      },
      subscribe(listener) {
        const stop = page.subscribe(listener);
        listening += 1;
        let stopped = false;
        return () => {
          if (!stopped) listening -= 1;
          stopped = true;
          stop();
        };
      },
    }),
    host: {
      send: host.send,
      sendBytes: host.sendBytes,
      subscribe(listener) {
        heard.add(listener);
        return () => void heard.delete(listener);
      },
    },
    trust: KNOWN_ORIGINS,
    appear: () => void (isThere = true),
    disappear: () => void (isThere = false),
    intrude: (text) => later(() => heard.forEach((listener) => listener(text, FRAME))),
    liveListenerCount: () => listening,
  };
};

const wk = (withReply: boolean) => (): BridgeHarness =>
  createReceiverHarness({
    create: (target) => createWkTransport({ target, withReply }),
    install(target, post) {
      target['webkit'] = { messageHandlers: { [withReply ? 'huotiReply' : 'huoti']: { postMessage: post } } };
    },
    uninstall: (target) => void delete target['webkit'],
    knowsSender: true,
    answers: withReply,
  });

/** The web message listener, which has events and bytes of its own. */
const android =
  (create = createAndroidListenerTransport) =>
  (): BridgeHarness => {
    const target: FakeWindow = {};
    const pageListeners = new Set<(event: { data: unknown }) => void>();
    const heard = new Set<HostListener>();
    const arrive = (text: string, sender: BridgeSender): void =>
      later(() => heard.forEach((listener) => listener(text, sender)));
    const deliver = (data: unknown): void =>
      later(() => [...pageListeners].forEach((listener) => listener({ data })));
    return {
      createTransport: () => create({ target }),
      host: {
        send: deliver,
        sendBytes: (bytes) => deliver(bytes.slice().buffer),
        subscribe(listener) {
          heard.add(listener);
          return () => void heard.delete(listener);
        },
      },
      trust: KNOWN_ORIGINS,
      appear() {
        target['huotiHost'] = {
          postMessage: (text: string) => arrive(text, MAIN_FRAME),
          addEventListener: (_type: string, listener: (event: { data: unknown }) => void) =>
            void pageListeners.add(listener),
          removeEventListener: (_type: string, listener: (event: { data: unknown }) => void) =>
            void pageListeners.delete(listener),
        };
      },
      disappear() {
        delete target['huotiHost'];
        pageListeners.clear();
      },
      intrude: (text) => arrive(text, FRAME),
      liveListenerCount: () => pageListeners.size,
    };
  };

const legacy =
  (create = createLegacyInterfaceTransport) =>
  (): BridgeHarness =>
    createReceiverHarness({
      create: (target) => create({ target }),
      install: (target, post) =>
        void (target['huotiLegacy'] = { postMessage: (text: string) => void post(text) }),
      uninstall: (target) => void delete target['huotiLegacy'],
      knowsSender: false,
    });

const reactNative = (): BridgeHarness =>
  createReceiverHarness({
    create: (target) => createReactNativeTransport({ target }),
    install: (target, post) =>
      void (target['ReactNativeWebView'] = { postMessage: (text: string) => void post(text) }),
    uninstall: (target) => void delete target['ReactNativeWebView'],
    knowsSender: false,
  });

const flutter = (): BridgeHarness =>
  createReceiverHarness({
    create: (target) => createFlutterTransport({ target }),
    install: (target, post) =>
      void (target['flutter_inappwebview'] = { callHandler: (_name: string, text: string) => post(text) }),
    uninstall: (target) => void delete target['flutter_inappwebview'],
    knowsSender: true,
    answers: true,
  });

const dsBridge = (): BridgeHarness => {
  const registered = new Map<string, (text: string) => void>();
  return createReceiverHarness({
    create: (target) => createDsBridgeTransport({ target }),
    install: (target, post) =>
      void (target['dsBridge'] = {
        call: (method: string, text: string) =>
          method === 'huoti.postMessage' ? void post(text) : undefined,
        register: (name: string, callback: (text: string) => void) => void registered.set(name, callback),
      }),
    uninstall: (target) => void delete target['dsBridge'],
    knowsSender: false,
    deliver: (_target, text) => registered.get('huotiReceive')?.(text),
  });
};

const harmony = (): BridgeHarness =>
  createReceiverHarness({
    create: (target) => createHarmonyTransport({ target }),
    install: (target, post) => void (target['huotiArk'] = { postMessage: (text: string) => void post(text) }),
    uninstall: (target) => void delete target['huotiArk'],
    knowsSender: true,
  });

const iframe = (): BridgeHarness => {
  const heard = new Set<HostListener>();
  const arrive = (text: string, sender: BridgeSender): void =>
    later(() => heard.forEach((listener) => listener(text, sender)));
  const frame = createFakeFrame((text) => arrive(text, MAIN_FRAME));
  const deliver = (data: unknown): void => later(() => frame.deliver(data));
  return {
    createTransport: () => createIframeTransport({ parentOrigin: frame.parentOrigin, target: frame.window }),
    host: {
      send: deliver,
      sendBytes: (bytes) => deliver(bytes.slice().buffer),
      subscribe(listener) {
        heard.add(listener);
        return () => void heard.delete(listener);
      },
    },
    trust: KNOWN_ORIGINS,
    appear: () => frame.putInside(),
    disappear: () => frame.takeOut(),
    intrude: (text) => arrive(text, FRAME),
    liveListenerCount: () => frame.listenerCount(),
  };
};

/** Every kind of bridge, both ends in hand. */
export const HARNESSES: readonly (readonly [name: string, create: () => BridgeHarness])[] = [
  ['a loopback', loopback],
  ['WKWebView', wk(false)],
  ['WKWebView with replies', wk(true)],
  ["Android's web message listener", android()],
  ["Android's old interface", legacy()],
  ['react-native-webview', reactNative],
  ['flutter_inappwebview', flutter],
  ['DSBridge', dsBridge],
  ['ArkWeb', harmony],
  ['a page around the page', iframe],
  ['a web message listener that was detected', android(detectTransport)],
  ['an old interface that was detected', legacy(detectTransport)],
];
