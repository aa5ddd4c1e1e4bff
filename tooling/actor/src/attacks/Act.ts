import type { FrameSourceKind } from '@huoti/core';
import type { Action } from '@huoti/protocol';
import type { EventSource } from '../footage/Performer.js';
import type { ScreenNow } from '../lighting/ScreenNow.js';
import type { Picture } from '../pixels/Picture.js';

/** Something that is put before a camera, or in its place: pictures for every time, as the camera gives them. */
export interface Act {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What it can do, or try to do, when it is asked: each as often as it is not the same pictures again. */
  readonly actions: readonly Action[];
  /** Answers a session's prompts, until the returned function is called. */
  follow(session: EventSource): () => void;
  /** Draws the camera's picture of a time into `out`. Times never go back. */
  drawAt(atMs: number, screen: ScreenNow, out: Picture): void;
  /** What the camera says of itself. @default 'camera' */
  readonly kind?: FrameSourceKind;
}
