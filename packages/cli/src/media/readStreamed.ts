import { open, type FileHandle } from 'node:fs/promises';
import type { ClipFrame, ClipReader } from './ClipReader.js';
import { unreadable } from './unreadable.js';

/** How much of a file is read at a time: about two raw frames of a phone's camera. */
const CHUNK_BYTES = 1 << 20;

/** Turns the bytes of a clip into frames. */
export type FrameParser = (
  bytes: AsyncIterable<Buffer>,
  path: string,
) => AsyncGenerator<ClipFrame, void, undefined>;

/**
 * A clip that is one file and needs no other program.
 *
 * @param sizeBytes of the file
 */
export function readStreamed(path: string, sizeBytes: number, parse: FrameParser): ClipReader {
  let handle: FileHandle | null = null;
  let readBytes = 0;
  let closed = false;

  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    try {
      handle = await open(path, 'r');
      while (!closed) {
        const { buffer, bytesRead } = await handle.read(
          Buffer.allocUnsafe(CHUNK_BYTES),
          0,
          CHUNK_BYTES,
          null,
        );
        if (bytesRead === 0) return;
        readBytes += bytesRead;
        yield buffer.subarray(0, bytesRead);
      }
    } catch (error) {
      if (!closed) throw unreadable(path, 'it can not be read', 'check its rights and the disk', error);
    }
  }

  async function* frames(): AsyncGenerator<ClipFrame, void, undefined> {
    try {
      for await (const frame of parse(chunks(), path)) {
        if (closed) return;
        yield frame;
      }
    } catch (error) {
      // A clip that is closed in the middle breaks off there, which is no fault of its own.
      if (!closed) throw error;
    }
  }

  return {
    share: () => (sizeBytes > 0 ? Math.min(1, readBytes / sizeBytes) : null),
    frames,
    close: async () => {
      closed = true;
      const open = handle;
      handle = null;
      await open?.close();
    },
  };
}
