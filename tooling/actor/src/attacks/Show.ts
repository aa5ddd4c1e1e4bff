import type { Action } from '@huoti/protocol';
import type { EventSource } from '../footage/Performer.js';
import type { ScreenNow } from '../lighting/ScreenNow.js';
import type { Picture } from '../pixels/Picture.js';

/** A video that an attacker has: shown on a screen, or injected in a camera's place. */
export interface Show {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What it shows when it is asked. */
  readonly actions: readonly Action[];
  follow(session: EventSource): () => void;
  /** @param screen what the session's screen shows: whoever renders light looks at it, a recording does not */
  drawAt(atMs: number, screen: ScreenNow, out: Picture): void;
}
