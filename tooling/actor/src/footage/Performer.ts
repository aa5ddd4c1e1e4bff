import type { SessionEvent } from '@huoti/core';
import type { Action } from '@huoti/protocol';
import type { Picture } from '../pixels/Picture.js';

/** Something that can be listened to as a session can. */
export interface EventSource {
  subscribe(listener: (event: SessionEvent) => void): () => void;
}

/** Someone who does what is asked, as pictures: a person's footage, or a drawn one. */
export interface Performer {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What it can do when it is asked: each as often as it has a piece of it that was not shown before. */
  readonly actions: readonly Action[];
  /**
   * Asks for an action; it follows after a human delay. One that it can't do is not done.
   *
   * @param again it was done, and is asked for still. @default false
   */
  perform(action: Action, atMs: number, again?: boolean): void;
  /**
   * Draws what is seen at a time into `out`. Times never go back.
   *
   * @returns the face's 478 landmarks there, px of the picture, valid until the next call; `null` where they are not known
   */
  drawAt(atMs: number, out: Picture): Float32Array | null;
}
