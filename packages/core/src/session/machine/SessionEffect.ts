import type { Ending } from '../Ending.js';
import type { SessionEvent } from '../SessionEvent.js';

/** What the step asks the runner to do. The step itself does nothing. */
export type SessionEffect =
  | { readonly type: 'load-landmarker' }
  | { readonly type: 'open-source' }
  | { readonly type: 'emit'; readonly event: SessionEvent }
  | { readonly type: 'finish'; readonly ending: Ending };
