import type { FootagePlayer } from '@huoti/actor/workshop';

/** A person of the recordings, ready to do what is asked. */
export interface Person {
  /** Who it is: several recordings may be of one person. */
  readonly name: string;
  readonly player: FootagePlayer;
}
