import { HuotiError } from '@huoti/protocol';

/** Where a host's script hands text to the page: `window.huotiBridge`. */
export interface PageReceiver {
  subscribe(listener: (text: string) => void): () => void;
  /** What the host handed over for the main frame; `null` until then. */
  token(): string | null;
  /** Who listens now: for tests. */
  readonly listenerCount: number;
}

/** The name on the page's window that hosts call. */
export const RECEIVER_NAME = 'huotiBridge';

/** A host's word: as the protocol has it. */
const TOKEN = /^[A-Za-z0-9_-]{22,128}$/;

const receivers = new WeakMap<object, PageReceiver>();

/**
 * The page's one receiver, put there at the first call: frozen and not to be replaced, so that no later script listens in its
 * place. It takes text and evaluates nothing. A token is taken once a page load: who comes later has to reload the page.
 *
 * A host calls it as `huotiBridge.receive("...")`, and `huotiBridge.setToken("...")` where it can't tell who calls it.
 *
 * @throws HuotiError BRIDGE_UNAVAILABLE where another script holds the name and keeps it
 * @example const stop = pageReceiver(window).subscribe((text) => read(text));
 */
export function pageReceiver(target: object): PageReceiver {
  const known = receivers.get(target);
  if (known) return known;
  const listeners = new Set<(text: string) => void>();
  let token: string | null = null;
  const receiver: PageReceiver = {
    subscribe(listener) {
      const own = (text: string): void => listener(text);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    token: () => token,
    get listenerCount() {
      return listeners.size;
    },
  };
  const bridge = Object.freeze({
    receive(text: unknown): void {
      if (typeof text !== 'string') return;
      for (const listener of [...listeners]) listener(text);
    },
    setToken(word: unknown): void {
      if (token === null && typeof word === 'string' && TOKEN.test(word)) token = word;
    },
  });
  try {
    Object.defineProperty(target, RECEIVER_NAME, {
      value: bridge,
      configurable: false,
      writable: false,
      enumerable: false,
    });
  } catch (error) {
    throw new HuotiError(
      'BRIDGE_UNAVAILABLE',
      `another script holds ${RECEIVER_NAME} on this page: load huoti once, and before other scripts`,
      { cause: error },
    );
  }
  receivers.set(target, receiver);
  return receiver;
}
