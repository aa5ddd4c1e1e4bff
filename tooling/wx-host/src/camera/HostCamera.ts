import type { CameraOptions } from './CameraOptions.js';
import type { CameraElement } from './CameraElement.js';
import type { Picture } from './Picture.js';
import type { FramePlayer, FrameScript, PlayOptions } from './playFrames.js';

/** The phone's camera in a test's hand. */
export interface HostCamera {
  /** May be changed at any time. */
  readonly options: CameraOptions;
  /** Gives one upright picture to whoever listens. @returns how many listeners took it */
  feed(picture: Picture): number;
  /** Plays a film before it, in real time. */
  play(frames: FrameScript, options?: PlayOptions): FramePlayer;
  /** Ends every film. */
  stop(): void;
  /** What it makes of an upright picture: its size, turn and mirroring. */
  shape(picture: Picture, frameSize?: CameraElement['frameSize']): Picture;
  /** States of the `<camera>` elements of all pages. */
  states(): readonly string[];
  /** Frame listeners that run. */
  runningCount(): number;
  /** Frame listeners that were made. */
  listenerCount(): number;
  /** Pictures that went to a listener, and those that nobody took. */
  deliveredCount(): number;
  unseenCount(): number;
  /** The system takes it away: `stop`, and no pictures until the page makes a new element. */
  interrupt(): void;
  /** It breaks: `error`. */
  fail(reason?: string): void;
}
