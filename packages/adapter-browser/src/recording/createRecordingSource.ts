import type { FrameSourceOpenOptions } from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { pageEnvironment } from '../environment/pageEnvironment.js';
import type { BrowserFrameSource, BrowserFrameStream } from '../frames/BrowserFrameSource.js';
import { createPreviewBoard } from '../frames/createPreviewBoard.js';
import { throwIfAborted } from '../host/throwIfAborted.js';
import { withAbort } from '../host/withAbort.js';
import { createPageLifecycle } from '../lifecycle/createPageLifecycle.js';
import type { PageLifecycle } from '../lifecycle/PageLifecycle.js';
import { awaitFirstPicture } from './awaitFirstPicture.js';
import { startRecordingStream } from './startRecordingStream.js';

/** What {@link createRecordingSource} takes: a file or an address, and how to read it. */
export type RecordingSourceOptions = {
  /** Whether the recording swaps left and right. @default false */
  mirrored?: boolean | 'unknown';
  /** @default the page's own */
  pageLifecycle?: PageLifecycle;
  /** @default the page */
  environment?: BrowserEnvironment;
} & (
  | {
      /** Stays in the page: it is never uploaded. */
      file: Blob;
    }
  | {
      /** Of the page's own origin. */
      url: string;
    }
);

/**
 * A recording chosen as the camera. It plays at its own speed from the first `nextFrame` on; a slow reader misses frames,
 * as with a camera; after the last one `nextFrame` gives `null`. A result from it is worth `recorded` at most.
 *
 * `open` throws MEDIA_UNREADABLE where the browser can't decode it. A page with a Content-Security-Policy needs
 * `media-src blob:` for a file.
 *
 * @example const source = createRecordingSource({ file: input.files[0] });
 */
export function createRecordingSource(options: RecordingSourceOptions): BrowserFrameSource {
  const { mirrored = false, environment = pageEnvironment } = options;
  const pageLifecycle = options.pageLifecycle ?? createPageLifecycle({ environment });
  const board = createPreviewBoard();

  const open = async ({ signal }: FrameSourceOpenOptions = {}): Promise<BrowserFrameStream> => {
    throwIfAborted(signal);
    if ('file' in options && options.file.size === 0) {
      throw new HuotiError('MEDIA_UNREADABLE', 'the recording is empty: choose another file');
    }
    const objectUrl = 'file' in options ? environment.createObjectUrl(options.file) : null;
    const video = environment.createVideo();
    const unload = (): void => {
      video.pause();
      video.removeAttribute('src');
      video.load();
      if (objectUrl !== null) environment.revokeObjectUrl(objectUrl);
    };
    const wait = awaitFirstPicture({ video, environment });
    video.muted = true;
    video.playsInline = true;
    for (const attribute of ['muted', 'playsinline']) video.setAttribute(attribute, '');
    video.preload = 'auto';
    video.src = objectUrl ?? ('url' in options ? options.url : '');
    try {
      // iOS loads nothing before it is told to.
      video.load();
      await withAbort(wait.done, signal);
    } catch (error) {
      wait.stop();
      unload();
      throw error;
    }
    const stream = startRecordingStream({
      video,
      environment,
      pageLifecycle,
      mirrored,
      onReleased() {
        unload();
        board.show(null);
      },
    });
    board.show(stream.preview);
    return stream;
  };

  return { specificationVersion: 'v1', kind: 'recording', open, subscribePreview: board.subscribe };
}
