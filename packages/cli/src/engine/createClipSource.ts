import { HuotiError } from '@huoti/protocol';
import type { FrameSource } from '@huoti/core';
import type { ClipReader } from '../media/ClipReader.js';
import type { ClipClock } from './createClipClock.js';

/**
 * A recording behind the camera contract. Every frame is judged and time is the recording's own, so that the same clip
 * gives the same result on a fast machine and on a slow one. It stands in for the camera: kind `camera`.
 */
export function createClipSource(clip: ClipReader, clock: ClipClock): FrameSource {
  return {
    specificationVersion: 'v1',
    kind: 'camera',
    open: async () => {
      const frames = clip.frames();
      let closed = false;
      return {
        kind: 'camera',
        warnings: [],
        mirroringKnown: true,
        droppedFrameCount: 0,
        nextFrame: async ({ signal } = {}) => {
          if (closed) throw new HuotiError('DISPOSED', 'the clip is closed');
          if (signal?.aborted) throw new HuotiError('ABORTED', 'reading the clip was aborted');
          const next = await frames.next();
          if (next.done) return null;
          clock.advanceTo(next.value.timestampMs);
          return { ...next.value, rotationDegrees: 0, mirrored: false, close: () => undefined };
        },
        close: async () => {
          closed = true;
          await clip.close();
        },
      };
    },
  };
}
