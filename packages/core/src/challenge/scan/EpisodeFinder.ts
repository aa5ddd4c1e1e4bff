import type { FoundAction } from '../FoundAction.js';
import type { FaceMeasures } from '../measureFace.js';

/** Finds one kind of action in a stream of frames, as each comes to its end. */
export interface EpisodeFinder {
  push(measures: FaceMeasures): readonly FoundAction[];
  /** The recording is over: what is under way ends here. */
  finish(): readonly FoundAction[];
}
