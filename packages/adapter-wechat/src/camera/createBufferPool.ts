/** Buffers of frames, used again and again: a frame of 480 x 640 is 1.2 MB, and thirty a second would be left to the collector. */
export interface BufferPool {
  /** A buffer of this length; what is in it is not said. */
  take(byteLength: number): Uint8ClampedArray;
  /** Blackens a buffer and keeps it for the next frame. */
  give(buffer: Uint8ClampedArray): void;
  /** Keeps none from here on. */
  close(): void;
}

/** One is read while the next one comes, so that two are in use; a third is spare for a moment. */
const MAX_SPARE = 2;

/** An empty pool. */
export function createBufferPool(): BufferPool {
  let spare: Uint8ClampedArray[] = [];
  let closed = false;
  return {
    take(byteLength) {
      // Of one size at a time: a camera that changed it does not change it back.
      spare = spare.filter((buffer) => buffer.length === byteLength);
      return spare.pop() ?? new Uint8ClampedArray(byteLength);
    },
    give(buffer) {
      // Blackened rather than left to the collector: a face stays in memory no longer than it is needed.
      buffer.fill(0);
      if (!closed && spare.length < MAX_SPARE) spare.push(buffer);
    },
    close() {
      closed = true;
      spare = [];
    },
  };
}
