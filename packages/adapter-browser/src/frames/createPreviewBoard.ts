import type { FramePreview } from './BrowserFrameSource.js';

/** The preview of the one open stream of a source, and who wants to know of it. */
export interface PreviewBoard {
  /** `null` when the stream closes. */
  show(preview: FramePreview | null): void;
  subscribe(listener: (preview: FramePreview | null) => void): () => void;
}

/** Makes a board without a preview. A listener that throws disturbs neither the stream nor the other listeners. */
export function createPreviewBoard(): PreviewBoard {
  const listeners = new Set<(preview: FramePreview | null) => void>();
  let current: FramePreview | null = null;
  const tell = (listener: (preview: FramePreview | null) => void): void => {
    try {
      listener(current);
    } catch {
      // The page's own fault, and the person's session goes on.
    }
  };
  return {
    show(preview) {
      if (preview === current) return;
      current = preview;
      for (const listener of [...listeners]) tell(listener);
    },
    subscribe(listener) {
      // Wrapped, so that one function subscribed twice is told twice and leaves one at a time.
      const own = (preview: FramePreview | null): void => listener(preview);
      listeners.add(own);
      if (current) tell(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
