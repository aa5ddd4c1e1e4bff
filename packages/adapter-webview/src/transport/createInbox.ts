import type { PageReceiver } from './pageReceiver.js';

/** What comes to a page as text: into its receiver, or as the answer of a call. */
export interface Inbox {
  /** Listens until the returned function is called. */
  subscribe(listener: (text: string) => void): () => void;
  /** The answer of a call: a message where it is a text, nothing where it is anything else. */
  hear(answer: unknown): void;
  /** Nothing is heard any more; idempotent. */
  close(): void;
}

/** An inbox on the page's receiver, listening there only while somebody listens here. */
export function createInbox(receiver: PageReceiver): Inbox {
  const listeners = new Set<(text: string) => void>();
  let stop: (() => void) | null = null;
  let closed = false;

  const hear = (answer: unknown): void => {
    if (typeof answer !== 'string' || answer === '') return;
    for (const listener of [...listeners]) listener(answer);
  };
  const leave = (): void => {
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
  };
  return {
    subscribe(listener) {
      if (closed) return () => undefined;
      const own = (text: string): void => listener(text);
      listeners.add(own);
      stop ??= receiver.subscribe(hear);
      return () => {
        listeners.delete(own);
        leave();
      };
    },
    hear,
    close() {
      closed = true;
      listeners.clear();
      leave();
    },
  };
}
