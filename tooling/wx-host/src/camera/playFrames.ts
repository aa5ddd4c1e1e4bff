import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import type { CameraHardware } from './CameraHardware.js';
import type { Picture } from './Picture.js';

/** Upright pictures: a list, or what is to be seen at a time since the start; `null` is the end. */
export type FrameScript = readonly Picture[] | ((timeMs: number) => Picture | null);

/** What {@link playFrames} takes beside the pictures. */
export interface PlayOptions {
  /** Pictures a second. @default 30 */
  fps?: number;
  /** Begins again at the end of a list. @default false */
  loop?: boolean;
}

/** A film before the camera. */
export interface FramePlayer {
  stop(): void;
  /** When the last picture has been given, or it was stopped. */
  readonly done: Promise<void>;
  /** Pictures that were given. */
  readonly shownCount: () => number;
}

/** Plays a film in front of the camera in real time. While the mini-program computes, pictures are left out, as a camera's are. */
export function playFrames(
  camera: CameraHardware,
  script: FrameScript,
  { fps = 30, loop = false }: PlayOptions = {},
): FramePlayer {
  const startMs = performance.now();
  const periodMs = 1000 / fps;
  let shown = 0;
  let end: () => void = () => undefined;
  let handle: NodeJS.Timeout | null = null;
  const done = new Promise<void>((resolve) => (end = resolve));

  const at = (index: number): Picture | null => {
    if (typeof script === 'function') return script(index * periodMs);
    return script[loop ? index % script.length : index] ?? null;
  };
  const stop = (): void => {
    if (handle) clearTimeout(handle);
    handle = null;
    end();
  };
  const step = (): void => {
    const index = Math.floor((performance.now() - startMs) / periodMs);
    const picture = at(index);
    if (picture === null) return stop();
    shown += 1;
    // Set first: the listener may take long, or stop the player.
    const waitMs = startMs + (index + 1) * periodMs - performance.now();
    handle = setTimeout(step, Math.max(0, waitMs));
    camera.feed(picture);
  };
  handle = setTimeout(step, 0);
  return { stop, done, shownCount: () => shown };
}
