import type { DataItem } from './DataItem.js';

/** A kind of data as one session under certain terms has to do with it. */
export interface InventoryItem extends DataItem {
  /** Whether it reaches the operator's server in that session. */
  readonly leaves: boolean;
  /** How long it is kept there, ms; `null` where it is not kept. 0: until the verdict stands. */
  readonly keptMs: number | null;
  /** The same for people under 14; `null` also where nobody under 14 is let in. */
  readonly childKeptMs: number | null;
}
