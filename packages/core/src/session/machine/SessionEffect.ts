import type { Ending } from '../Ending.js';
import type { SceneFacts } from '../SceneFacts.js';
import type { SessionEvent } from '../SessionEvent.js';

/** What the step asks the runner to do. The step itself does nothing. */
export type SessionEffect =
  | { readonly type: 'load-landmarker' }
  | { readonly type: 'open-source' }
  /** The server is to be asked for the step of this index; the answer comes back as `step-revealed`. */
  | { readonly type: 'reveal-step'; readonly index: number; readonly scene: SceneFacts }
  /** The screen is to show a colour (components in [0, 1]); the answer comes back as `light-shown`. */
  | {
      readonly type: 'show-light';
      readonly stage: number;
      readonly attempt: number;
      readonly colour: readonly [red: number, green: number, blue: number];
    }
  /** The screen is to be given back. */
  | { readonly type: 'close-light' }
  | { readonly type: 'emit'; readonly event: SessionEvent }
  | { readonly type: 'finish'; readonly ending: Ending };
