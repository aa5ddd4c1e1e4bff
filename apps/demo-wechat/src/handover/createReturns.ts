/** Tells when a person is back on a page that another one had covered. */
export interface Returns {
  /** Of the page: it is in front. */
  shown(): void;
  /** Covers the page; resolves when it is in front again. @throws what `cover` throws */
  after(cover: () => Promise<unknown>): Promise<void>;
}

/** One for one page. */
export function createReturns(): Returns {
  let waiting: (() => void) | null = null;
  return {
    shown() {
      waiting?.();
      waiting = null;
    },
    async after(cover) {
      const back = new Promise<void>((resolve) => (waiting = resolve));
      try {
        await cover();
      } catch (error) {
        waiting = null;
        throw error;
      }
      await back;
    },
  };
}
