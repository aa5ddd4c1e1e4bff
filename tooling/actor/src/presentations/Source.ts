import type { Part } from '../footage/ClipRow.js';
import type { FootageSource, StillSource } from './Workshop.js';

/** What one presentation is made from. */
export interface Source {
  /** Of the recording, the picture or the drawn person. */
  readonly id: string;
  readonly person: string;
  readonly part: Part;
  readonly still: StillSource | null;
  readonly footage: FootageSource | null;
  /** Number of PERSONAS, for what is drawn. */
  readonly persona: number;
}
