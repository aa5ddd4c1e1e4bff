import type { FrameSource, FrameSourceOpenOptions, FrameStream } from '@huoti/core';

/**
 * What shows the person the same pictures that are judged. The element is the one that captures: put it anywhere in the
 * page, style it as you like (mirror it with `transform: scaleX(-1)`), and take it out after the stream has closed.
 * It does not need to be in the page for frames to come.
 */
export interface FramePreview {
  readonly element: HTMLVideoElement | HTMLCanvasElement;
  /** For a video element of your own: `mine.srcObject = preview.mediaStream`. `null` where there is no camera. */
  readonly mediaStream: MediaStream | null;
  /** Where the camera looks; a front camera is usually shown mirrored. */
  readonly facing: 'user' | 'environment' | 'unknown';
}

/** A stream of frames in a page, with what shows it. */
export interface BrowserFrameStream extends FrameStream {
  readonly preview: FramePreview;
}

/** A frame source in a page. */
export interface BrowserFrameSource extends FrameSource {
  open(options?: FrameSourceOpenOptions): Promise<BrowserFrameStream>;
  /**
   * Tells the listener the preview of the open stream, at once where one is open, and `null` when it closes; until the
   * returned function is called. This is how a page shows the camera that a session has opened.
   */
  subscribePreview(listener: (preview: FramePreview | null) => void): () => void;
}
