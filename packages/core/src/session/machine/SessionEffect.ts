import type { Ending } from '../Ending.js';
import type { SessionEvent } from '../SessionEvent.js';

/** What the step asks the runner to do. The step itself does nothing. */
export type SessionEffect =
  | { readonly type: 'load-landmarker' }
  | { readonly type: 'open-source' }
  /** The server is to be asked for the step of this index; the answer comes back as `step-revealed`. */
  | { readonly type: 'reveal-step'; readonly index: number }
  | { readonly type: 'emit'; readonly event: SessionEvent }
  | { readonly type: 'finish'; readonly ending: Ending };
