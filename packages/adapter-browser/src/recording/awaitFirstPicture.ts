import { HuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';
import { listen } from '../host/listen.js';

/** Longest wait for a recording's first picture, in ms. A file that is there at all decodes within a second or two. */
export const MAX_LOAD_MS = 10000;

const UNREADABLE = 'this browser cannot decode the recording: choose an MP4 (H.264) or WebM video';

/** What {@link awaitFirstPicture} takes. */
export interface FirstPictureOptions {
  video: HTMLVideoElement;
  environment: Pick<BrowserEnvironment, 'setTimer' | 'clearTimer'>;
}

/**
 * Resolves when the video has decoded its first picture; rejects with MEDIA_UNREADABLE where it can't, has no picture
 * at all, or takes longer than {@link MAX_LOAD_MS}. `stop` takes the listeners and the timer away.
 */
export function awaitFirstPicture({ video, environment }: FirstPictureOptions): {
  done: Promise<void>;
  stop: () => void;
} {
  let stop: () => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    const refuse = (message: string): void => {
      stop();
      // The browser's own message may quote the file's name, and says nothing that a person can use.
      reject(new HuotiError('MEDIA_UNREADABLE', message, { cause: video.error ?? undefined }));
    };
    const timer = environment.setTimer(
      () => refuse(`the recording gave no picture within ${MAX_LOAD_MS / 1000} s: choose another file`),
      MAX_LOAD_MS,
    );
    const unlisteners = [
      listen(video, 'loadeddata', () => {
        if (video.videoWidth === 0) {
          refuse('the file has no picture: choose a video');
          return;
        }
        stop();
        resolve();
      }),
      listen(video, 'error', () => refuse(UNREADABLE)),
    ];
    stop = () => {
      environment.clearTimer(timer);
      for (const unlisten of unlisteners) unlisten();
    };
  });
  return { done, stop };
}
