import type { BridgeSender } from '../../src/host/BridgeHostTransport.js';
import type { BridgeTrust } from '../../src/host/BridgeTrust.js';
import type { BridgeHarness } from '../../src/testing/conformance/BridgeHarness.js';
import type { BridgeTransport } from '../../src/transport/BridgeTransport.js';
import { pageReceiver } from '../../src/transport/pageReceiver.js';

export const PAGE_ORIGIN = 'https://liveness.example';
export const TOKEN = 'T0-_'.repeat(8);
export const MAIN_FRAME: BridgeSender = { origin: PAGE_ORIGIN, isMainFrame: true };
export const KNOWN_ORIGINS: BridgeTrust = { kind: 'origins', origins: [PAGE_ORIGIN] };
const BY_TOKEN: BridgeTrust = { kind: 'token', token: () => TOKEN };

/** A page's window, as far as hosts put things on it. */
export interface FakeWindow {
  huotiBridge?: { receive(text: string): void; setToken(token: string): void };
  [name: string]: unknown;
}

/** What a page posts to its host: whatever the host hands back at once. */
export type Post = (text: string) => unknown;

export interface ReceiverHarnessOptions {
  create(target: FakeWindow): BridgeTransport;
  /** Puts the platform's object on the window. */
  install(target: FakeWindow, post: Post): void;
  uninstall(target: FakeWindow): void;
  knowsSender: boolean;
  /** Whether a call is answered by a promise, which may carry a message. */
  answers?: boolean;
  /** How the platform hands a text to the page. @default into the receiver */
  deliver?(target: FakeWindow, text: string): void;
}

/** A host that scripts its page: what most platforms are. */
export function createReceiverHarness({
  create,
  install,
  uninstall,
  knowsSender,
  answers = false,
  deliver = (target, text) => target.huotiBridge?.receive(text),
}: ReceiverHarnessOptions): BridgeHarness {
  const target: FakeWindow = {};
  const listeners = new Set<(text: string, sender?: BridgeSender) => void>();
  const waiting: ((answer: string) => void)[] = [];
  let isThere = false;

  const arrive = (text: string, sender?: BridgeSender): void => {
    void Promise.resolve().then(() => {
      for (const listener of [...listeners]) listener(text, sender);
    });
  };
  const post: Post = (text) => {
    arrive(text, knowsSender ? MAIN_FRAME : undefined);
    return answers ? new Promise<string>((resolve) => waiting.push(resolve)) : undefined;
  };
  /** As an app does it by script, after it has looked at the view's address. */
  const handToken = (): void => {
    if (isThere && !knowsSender) target.huotiBridge?.setToken(TOKEN);
  };
  return {
    createTransport() {
      const transport = create(target);
      handToken();
      return transport;
    },
    trust: knowsSender ? KNOWN_ORIGINS : BY_TOKEN,
    host: {
      send(text) {
        const answer = waiting.shift();
        if (answer) answer(text);
        else void Promise.resolve().then(() => deliver(target, text));
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    appear() {
      isThere = true;
      install(target, post);
      handToken();
    },
    disappear() {
      isThere = false;
      uninstall(target);
    },
    intrude: (text) => arrive(text, knowsSender ? { origin: PAGE_ORIGIN, isMainFrame: false } : undefined),
    liveListenerCount: () => pageReceiver(target).listenerCount,
  };
}
