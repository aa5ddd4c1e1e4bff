import type { Footage } from '../footage/Footage.js';
import type { Part } from '../footage/ClipRow.js';
import type { Pieces } from '../footage/Pieces.js';
import type { CanonicalFace } from '../geometry/CanonicalFace.js';

/** A person's recording, cut up. */
export interface FootageSource {
  readonly footage: Footage;
  readonly pieces: Pieces;
}

/** A picture or a frame of a recording that shows a person's face from the front. */
export interface StillSource {
  readonly id: string;
  readonly person: string;
  readonly part: Part;
  readonly footage: Footage;
  readonly frame: number;
}

/** Everything that presentations are made of. */
export interface Workshop {
  readonly canonicalFace: CanonicalFace;
  readonly footage: readonly FootageSource[];
  readonly stills: readonly StillSource[];
  /** Recordings that are not used, and why. */
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
}
