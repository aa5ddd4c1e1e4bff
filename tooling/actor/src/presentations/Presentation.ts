import type { LivenessPlan } from '@huoti/protocol';
import type { Act } from '../attacks/Act.js';
import type { Part } from '../footage/ClipRow.js';
import type { RoomConditions } from '../lighting/RoomConditions.js';

/** One thing that is put before a session, known by its species, source and seed alone. */
export interface Presentation {
  readonly species: string;
  readonly label: 'bona-fide' | 'attack';
  /** The recording or picture that it is made of: intervals are clustered by it. */
  readonly source: string;
  readonly person: string;
  readonly part: Part;
  /** Action pieces of the person's footage that can be played; 0 for a picture or a drawn person. */
  readonly pieces: number;
  readonly seed: number;
  /** Whether the plan has a light step. */
  readonly planLight: boolean;
  /** Which lighting model took the pictures: fit on one, report on the other. */
  readonly lightModel: 'point' | 'area';
  readonly room: RoomConditions;
  readonly plan: LivenessPlan;
  readonly act: Act;
}
