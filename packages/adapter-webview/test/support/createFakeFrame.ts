type PageListener = (event: MessageEvent) => void;
type FrameWindow = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

/** A page inside another one, without a browser. */
export interface FakeFrame {
  readonly window: FrameWindow;
  readonly parentOrigin: string;
  /** The page around it, or whoever says to be it, posts something. */
  deliver(data: unknown, from?: { origin?: string; source?: unknown }): void;
  putInside(): void;
  takeOut(): void;
  listenerCount(): number;
}

/** @param onPost what the page around it hears, where it was sent to its origin */
export function createFakeFrame(onPost: (text: string) => void): FakeFrame {
  const parentOrigin = 'https://bank.example';
  const listeners = new Set<PageListener>();
  const parent = {
    postMessage(text: string, targetOrigin: string) {
      if (targetOrigin === parentOrigin) onPost(text);
    },
  };
  const fake = {
    parent: null as unknown,
    addEventListener: (_type: string, listener: PageListener) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: PageListener) => void listeners.delete(listener),
  };
  fake.parent = fake;
  const unknown: unknown = fake;
  return {
    window: unknown as FrameWindow,
    parentOrigin,
    deliver(data, { origin = parentOrigin, source = parent } = {}) {
      const event: unknown = { data, origin, source };
      for (const listener of [...listeners]) listener(event as MessageEvent);
    },
    putInside: () => void (fake.parent = parent),
    takeOut: () => void (fake.parent = fake),
    listenerCount: () => listeners.size,
  };
}
